import numpy as np
import tensorflow as tf

rng = np.random.RandomState(59)
real = rng.randn(16, 2).astype(np.float32) + 2.0
noise = rng.randn(16, 2).astype(np.float32)
G0 = np.eye(2, dtype=np.float32)
D0 = (0.1 * rng.randn(2, 1)).astype(np.float32)
N_CRITIC = 3

z = tf.placeholder(tf.float32, [None, 2])
x = tf.placeholder(tf.float32, [None, 2])
g = tf.get_variable("g", initializer=G0)
gb = tf.get_variable("gb", initializer=np.zeros(2, np.float32))
d = tf.get_variable("d", initializer=D0)
gen = tf.matmul(z, g) + gb
d_real, d_fake = tf.matmul(x, d), tf.matmul(gen, d)
d_loss = tf.reduce_mean(tf.nn.softplus(-d_real)) + tf.reduce_mean(tf.nn.softplus(d_fake))
g_loss = tf.reduce_mean(tf.nn.softplus(-d_fake))
d_train = tf.train.GradientDescentOptimizer(0.1).minimize(d_loss, var_list=[d])
g_train = tf.train.GradientDescentOptimizer(0.1).minimize(g_loss, var_list=[g, gb])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(8):
        for _ in range(N_CRITIC):
            sess.run(d_train, {x: real, z: noise})
        sess.run(g_train, {z: noise})
        dl, gl = sess.run([d_loss, g_loss], {x: real, z: noise})
        print("iter %d d_loss %.5f g_loss %.5f" % (i, dl, gl))
