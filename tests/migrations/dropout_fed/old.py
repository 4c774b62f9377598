import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 6])
keep = tf.placeholder(tf.float32)
hidden = tf.nn.dropout(x, keep, seed=3)
data = np.arange(12, dtype=np.float32).reshape(2, 6) / 5 + 1
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        h = sess.run(hidden, {x: data, keep: 0.75})
        print("pass %d sum %.4f kept %d" % (i, h.sum(), (h != 0).sum()))
