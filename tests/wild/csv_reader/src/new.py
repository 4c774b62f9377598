"""Linear regression on a table, read by tf.data."""
import tensorflow as tf


def parse(line):
    rooms, area, price = tf.io.decode_csv(line, record_defaults=[[0.0], [0.0], [0.0]])
    return tf.stack([rooms / 10.0, area / 100.0]), price / 100.0


lines = tf.data.TextLineDataset("data/houses.csv").skip(1)
batches = lines.map(parse).repeat().batch(8)

w = tf.Variable(tf.zeros([2, 1]), name="w")
b = tf.Variable(0.0, name="b")
optimizer = tf.keras.optimizers.Adam(0.05, epsilon=1e-8)

for step, (features, label) in enumerate(batches.take(100), 1):
    with tf.GradientTape() as tape:
        prediction = tf.squeeze(tf.matmul(features, w), 1) + b
        loss = tf.reduce_mean(tf.square(prediction - label))
    optimizer.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    if step % 20 == 0:
        print("step", step, "cost", loss.numpy())
print("w =", w.numpy().flatten(), "b =", b.numpy())
