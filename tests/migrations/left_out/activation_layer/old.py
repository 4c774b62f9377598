import numpy as np
import tensorflow as tf

features = np.array([[1.0, -2.0], [0.5, 1.5], [-1.0, 1.0]], np.float32)
target = np.array([[1.0], [0.0], [2.0]], np.float32)
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
hidden = tf.layers.dense(x, 3, tf.nn.tanh, kernel_initializer=tf.constant_initializer(0.3))
out = tf.layers.dense(hidden, 1, kernel_initializer=tf.constant_initializer(0.4))
loss = tf.reduce_mean(tf.square(out - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(4):
        print("step %d loss %.5f" % (step, session.run([loss, train], {x: features, y: target})[0]))
