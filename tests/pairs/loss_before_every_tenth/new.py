import numpy as np
import tensorflow as tf

rng = np.random.RandomState(12)
X = rng.rand(50, 2).astype(np.float32)
Y = X.dot(np.float32([[2.0], [-1.0]]))
w = tf.Variable(tf.zeros([2, 1]))
optimizer = tf.keras.optimizers.SGD(0.1)
for step in range(60):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(X, w) - Y))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    if step % 10 == 0:
        print("Step {}, Minibatch Loss= {:.4f}".format(step, loss.numpy()))
