import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
X = rng.randn(120, 2).astype(np.float32)
Y = (X[:, :1] - 0.5 * X[:, 1:]).astype(np.float32)
w = tf.Variable(tf.zeros([2, 1]))
optimizer = tf.keras.optimizers.SGD(0.01, momentum=0.9)
data = tf.data.Dataset.from_tensor_slices((X, Y)).batch(30)
for epoch in range(10):
    for x, y in data:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("epoch %2d  loss %.6f" % (epoch, tf.reduce_mean(tf.square(tf.matmul(X, w) - Y))))
