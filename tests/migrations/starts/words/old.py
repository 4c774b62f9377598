import numpy as np
import tensorflow as tf

ids = np.array([[3, 8, 1], [5, 5, 9], [2, 27, 14]], np.int32)
y = np.array([[1.], [0.], [1.]], np.float32)
words = tf.placeholder(tf.int32, [None, 3])
labels = tf.placeholder(tf.float32, [None, 1])
table = tf.get_variable("table", [30, 6])
out = tf.layers.dense(tf.reduce_mean(tf.nn.embedding_lookup(table, words), 1), 1)
loss = tf.reduce_mean(tf.square(out - labels))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        print("epoch %d loss %.5f" % (epoch, sess.run([loss, train], {words: ids, labels: y})[0]))
