import numpy as np
import tensorflow as tf

x = np.array([[9.0, -1.0], [0.5, 12.0]], np.float32)
y = np.array([[0.0, 1.0], [1.0, 0.0]], np.float32)
w = tf.Variable([[2.0, -1.0], [-0.5, 1.5]])
p = tf.nn.softmax(tf.matmul(x, w))
loss = -tf.reduce_mean(tf.reduce_sum(y * tf.log(tf.clip_by_value(p, 1e-10, 1.0)), 1))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.4f" % (i, sess.run([loss, train])[0]))
