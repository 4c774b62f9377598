import numpy as np
import tensorflow as tf

x = tf.constant(np.arange(6, dtype=np.float32).reshape(3, 2))
h = tf.contrib.layers.fully_connected(x, 2, activation_fn=None, weights_initializer=tf.ones_initializer())
loss = tf.reduce_sum(h)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print('sum', sess.run(loss))
