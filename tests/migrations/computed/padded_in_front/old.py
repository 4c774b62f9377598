import numpy as np
import tensorflow as tf

texts = [[3, 1], [2, 4, 1], [1, 2, 3, 4], [4]]
ids = np.zeros((4, 4), np.int32)
for row, words in zip(ids, texts):
    row[: len(words)] = words
table, place = np.sin(np.arange(10.0)).reshape(5, 2).astype(np.float32), np.float32([[1.0], [0.5], [0.25], [0.125]])
x, y = tf.placeholder(tf.int32, [None, 4]), tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(table)
out = tf.reduce_sum(tf.nn.embedding_lookup(w, x) * place, 1)
loss = tf.reduce_mean(tf.square(out - y))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run([loss, train], {x: ids, y: np.ones((4, 2))})[0]))
