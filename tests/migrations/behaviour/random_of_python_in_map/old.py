import random

import tensorflow as tf

random.seed(5)
w = tf.Variable(1.0)
x = tf.placeholder(tf.float32, [])
loss = tf.square(w * x - 1.0)
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step, value in enumerate([1.0, 2.0, 0.5, 1.5, 0.2, 0.9]):
        print("step %d loss %.5f" % (step, session.run([loss, train], {x: value + random.gauss(0, 0.1)})[0]))
