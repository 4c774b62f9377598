import numpy as np
import tensorflow as tf

np.random.seed(3)
x = tf.placeholder(tf.float32, [2])
w = tf.Variable([1.0, -1.0])
loss = tf.reduce_sum(tf.square(w - x))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(8):
        noise = np.random.normal(size=2)
        print("step %d loss %.5f" % (step, session.run([loss, train], {x: noise})[0]))
