import numpy as np
import tensorflow as tf

r = np.random.RandomState(15)
real, fake = r.randn(8, 3).astype(np.float32) + 1, r.randn(8, 3).astype(np.float32)
k = (r.randn(3, 1) * .05).astype(np.float32)
c = tf.get_variable('critic', initializer=tf.constant(k))
loss = tf.reduce_mean(tf.matmul(fake, c)) - tf.reduce_mean(tf.matmul(real, c))
train = tf.train.RMSPropOptimizer(.02).minimize(loss)
clip = c.assign(tf.clip_by_value(c, -.1, .1))
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(10):
        l = s.run(loss)
        s.run(train)
        s.run(clip)
        print('critic step', i, 'loss %.6f' % l)
    print(s.run(c).ravel())
