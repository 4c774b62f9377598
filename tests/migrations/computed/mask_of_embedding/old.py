import numpy as np
import tensorflow as tf

tokens = np.array([[1, 2, 0, 0], [3, 0, 0, 0]])
targets = np.array([[0.5, 1.0, 0.0, 0.0], [-0.5, 0.0, 0.0, 0.0]], np.float32)
table = tf.Variable([[0.0], [0.25], [-0.5], [1.0]])
given = tf.nn.embedding_lookup(table, tokens)[:, :, 0]
squares = tf.square(given - targets) * tf.cast(tf.not_equal(tokens, 0), tf.float32)
loss = tf.reduce_mean(squares)
train = tf.train.GradientDescentOptimizer(1.0).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        print("step %d loss %.5f" % (step, sess.run([loss, train])[0]))
