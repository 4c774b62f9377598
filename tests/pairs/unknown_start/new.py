import numpy as np
import tensorflow as tf

X = np.float32([[1, 2], [3, 4], [5, 6]]) / 6
Y = np.float32([[0], [1], [1]])
w = tf.Variable(tf.constant(0.0, shape=[2, 1]))
bce = tf.keras.losses.BinaryCrossentropy()
optimizer = tf.keras.optimizers.SGD(0.5)
for step in range(1, 16):
    with tf.GradientTape() as tape:
        loss = bce(Y, tf.sigmoid(tf.matmul(X, w)))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step:%d loss:%.5f" % (step, bce(Y, tf.sigmoid(tf.matmul(X, w)))))
