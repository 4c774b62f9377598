import numpy as np
import tensorflow as tf

X = np.linspace(-1, 1, 16).reshape(-1, 1).astype(np.float32)
Y = 0.5 * X + 0.25
w = tf.Variable([[0.0]])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(tf.matmul(X, w) + b - Y))
train = tf.train.GradientDescentOptimizer(0.02).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        sess.run(train)
        print("step", i, "w", sess.run(w)[0, 0], "b", sess.run(b)[0], "loss", sess.run(loss))
