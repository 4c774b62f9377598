import numpy as np
import tensorflow as tf

rng = np.random.RandomState(17)
X = rng.randn(30, 5).astype(np.float32)
Y = rng.randn(30, 1).astype(np.float32)
k1 = rng.randn(5, 4).astype(np.float32) * 0.4
k2 = rng.randn(4, 1).astype(np.float32) * 0.4

x = tf.placeholder(tf.float32, [None, 5])
y = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x, 4, tf.nn.relu, kernel_initializer=tf.constant_initializer(k1), bias_initializer=tf.constant_initializer(0.1))
o = tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(k2), bias_initializer=tf.constant_initializer(0.1))
mse = tf.reduce_mean((o - y) ** 2)
l2 = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables() if "bias" not in v.name])
loss = mse + 0.05 * l2
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(12):
        _, l = sess.run([train, loss], {x: X, y: Y})
        print("%d: %.6f" % (i, l))
