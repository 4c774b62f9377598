"""A rate that falls, a counter, and tensors asked for one by one."""

import tensorflow as tf

counter = tf.Variable(0, trainable=False)
rate = tf.train.exponential_decay(0.1, counter, 5, 0.9, staircase=True)
w = tf.Variable(tf.constant(5, dtype=tf.float32))
loss = tf.square(w + 1)
train = tf.train.MomentumOptimizer(rate, 0.5).minimize(loss, global_step=counter)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(40):
        sess.run(train)
        print(
            "%d: w is %f, loss is %f, rate is %f, counter is %d"
            % (i, sess.run(w), sess.run(loss), sess.run(rate), sess.run(counter))
        )
