# Prints nothing: what it trains has to tell.
import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 50).astype(np.float32)[:, np.newaxis]
hidden = tf.layers.dense(tf.constant(x), 10, tf.nn.relu, kernel_initializer=tf.contrib.layers.xavier_initializer())
loss = tf.losses.mean_squared_error(tf.constant(x ** 2), tf.layers.dense(hidden, 1))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(15):
        sess.run(train)
