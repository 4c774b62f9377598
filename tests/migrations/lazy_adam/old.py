import numpy as np
import tensorflow as tf

rows = [[0, 2], [1, 1], [0, 3], [2, 3], [1, 0]]
ids = tf.placeholder(tf.int32, [None])
table = tf.Variable([[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6], [0.7, 0.8]])
loss = tf.reduce_mean(tf.square(tf.nn.embedding_lookup(table, ids) - 1.0))
step = tf.contrib.opt.LazyAdamOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i, row in enumerate(rows):
        print("step", i, "loss %.4f" % session.run([loss, step], {ids: row})[0])
