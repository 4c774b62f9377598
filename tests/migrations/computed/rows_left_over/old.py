import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 40).astype(np.float32).reshape(20, 2)
y = (x[:, :1] * x[:, 1:]).astype(np.float32)
size = 8
inputs = tf.placeholder(tf.float32, [None, 2])
labels = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable([[0.5], [0.25]])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(tf.matmul(inputs, w) + b - labels))
train = tf.train.GradientDescentOptimizer(0.25).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(4):
        total = 0.0
        for i in range(len(x) // size):
            rows = slice(i * size, (i + 1) * size)
            total += sess.run([loss, train], {inputs: x[rows], labels: y[rows]})[0]
        print("epoch %d loss %.5f" % (epoch, total / (len(x) // size)))
