import numpy as np
import tensorflow as tf

speed = np.linspace(0.1, 2.9, 16)
force = 0.7 * speed + 0.2 * speed ** 2
s = tf.placeholder(tf.float32)
f = tf.placeholder(tf.float32)
a, c = tf.Variable(0.1), tf.Variable(0.1)
cost = tf.reduce_mean(tf.square(a * s + c * s * s - f))
train = tf.train.GradientDescentOptimizer(0.02).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(30):
        sess.run(train, {s: speed, f: force})
        print("step", i, "cost", sess.run(cost, {s: speed, f: force}))
