import numpy as np
import tensorflow as tf

xs = np.linspace(-2.0, 2.0, 24).reshape(12, 2).astype(np.float32)
ys = np.array([1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1], np.float32)
w = tf.Variable([-1.0, 0.5])
optimizer = tf.keras.optimizers.SGD(0.5)
accuracy = tf.keras.metrics.BinaryAccuracy(threshold=0.0)


@tf.function
def train(x, y):
    with tf.GradientTape() as tape:
        logits = tf.reduce_sum(x * w, 1)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
    accuracy.update_state(y, logits)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])


for epoch in range(4):
    for rows in (slice(0, 6), slice(6, 12)):
        train(xs[rows], ys[rows])
    print("epoch %d accuracy %.4f" % (epoch, accuracy.result().numpy()))
