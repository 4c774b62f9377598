# A generator and a discriminator of one-dimensional numbers, in turn.
import numpy as np
import tensorflow as tf

tf.set_random_seed(6)
random = np.random.RandomState(6)
real = tf.placeholder(tf.float32, [None, 1])
noise = tf.placeholder(tf.float32, [None, 1])


def weights(*shape):
    return tf.Variable(tf.random_normal(shape, stddev=0.5))


g1, gb, g2 = weights(1, 8), weights(8), weights(8, 1)
d1, db, d2 = weights(1, 8), weights(8), weights(8, 1)


def judge(x):
    return tf.matmul(tf.nn.tanh(tf.matmul(x, d1) + db), d2)


fake = tf.matmul(tf.nn.tanh(tf.matmul(noise, g1) + gb), g2)
d_loss = tf.reduce_mean(tf.nn.softplus(-judge(real)) + tf.nn.softplus(judge(fake)))
g_loss = tf.reduce_mean(tf.nn.softplus(-judge(fake)))
d_train = tf.train.AdamOptimizer(0.02, beta1=0.5).minimize(d_loss, var_list=[d1, db, d2])
g_train = tf.train.AdamOptimizer(0.02, beta1=0.5).minimize(g_loss, var_list=[g1, gb, g2])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(601):
        feeds = {real: 3 + random.randn(32, 1), noise: random.randn(32, 1)}
        _, d_now = sess.run([d_train, d_loss], feeds)
        _, g_now = sess.run([g_train, g_loss], feeds)
        if step % 20 == 0:
            print("step %d d %.6f g %.6f" % (step, d_now, g_now))
