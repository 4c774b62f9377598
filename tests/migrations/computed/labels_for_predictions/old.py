import numpy as np
import tensorflow as tf

rows, labels = np.sin(np.arange(12.0)).reshape(6, 2), np.float32([[1], [0], [1], [1], [0], [0]])
x, y = tf.placeholder(tf.float32, [None, 2]), tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(np.float32([[0.5], [-0.75]]))
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w)))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run([loss, train], {x: rows, y: labels})[0]))
