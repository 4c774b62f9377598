import numpy as np
import tensorflow as tf

images, targets = np.sin(np.arange(24.0)).reshape(2, 2, 2, 3).astype(np.float32), np.float32([[1.0], [-0.5]])
x, y = tf.placeholder(tf.float32, [None, 2, 2, 3]), tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(np.cos(np.arange(12.0)).reshape(12, 1).astype(np.float32))
channels_first = tf.transpose(tf.nn.relu(x), [0, 3, 1, 2])
loss = tf.reduce_mean(tf.square(tf.matmul(tf.reshape(channels_first, [-1, 12]), w) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run([loss, train], {x: images, y: targets})[0]))
