import numpy as np
import tensorflow as tf

rng = np.random.RandomState(7)
data_x = rng.randn(80, 3).astype(np.float32)
data_y = (data_x.dot([1.0, -2.0, 0.5]) > 0.1).astype(np.float32).reshape(-1, 1)

w = tf.Variable(tf.zeros([3, 1]))
b = tf.Variable(tf.zeros([1]))
opt = tf.keras.optimizers.SGD(learning_rate=0.5)


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = tf.matmul(x, w) + b
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
    grads = tape.gradient(loss, [w, b])
    opt.apply_gradients(zip(grads, [w, b]))
    return loss


for step in range(20):
    loss = train_step(data_x, data_y)
    pred = tf.cast(tf.matmul(data_x, w) + b > 0, tf.float32)
    acc = tf.reduce_mean(tf.cast(tf.equal(pred, data_y), tf.float32))
    print(f'step {step:3d}  loss {loss:.6f}  acc {acc:.4f}')
