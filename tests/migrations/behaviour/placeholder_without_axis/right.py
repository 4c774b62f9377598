import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

data = np.array([[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]], np.float32)
target = np.array([0.5, 1.5, -0.5], np.float32)
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable([[0.1], [0.2]])
loss = tf.reduce_mean(tf.abs(tf.matmul(x, w) - y))
train = tf.train.GradientDescentOptimizer(0.03).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(9):
        value = session.run([loss, train], {x: data, y: target[:, None]})[0]
        if step % 2 == 0:
            print("step %d loss %.5f" % (step, value))
