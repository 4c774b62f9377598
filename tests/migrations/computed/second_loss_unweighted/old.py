import numpy as np
import tensorflow as tf

rng = np.random.RandomState(11)
images = rng.rand(24, 8).astype(np.float32)
main = rng.randint(0, 3, 24)
side = rng.rand(24, 1).astype(np.float32)
A = rng.randn(8, 6).astype(np.float32) * 0.2
B = rng.randn(6, 3).astype(np.float32) * 0.2
C = rng.randn(6, 1).astype(np.float32) * 0.2

x = tf.placeholder(tf.float32, [None, 8])
h = tf.layers.dense(x, 6, activation=tf.nn.tanh, kernel_initializer=tf.constant_initializer(A), name="h")
logits = tf.layers.dense(h, 3, kernel_initializer=tf.constant_initializer(B), name="logits")
aux = tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(C), name="aux")
yc = tf.placeholder(tf.int64, [None])
ya = tf.placeholder(tf.float32, [None, 1])
main_loss = tf.losses.sparse_softmax_cross_entropy(yc, logits)
aux_loss = tf.losses.mean_squared_error(ya, aux)
total = main_loss + 0.3 * aux_loss
train = tf.train.GradientDescentOptimizer(0.1).minimize(total)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for it in range(15):
        m, a, _ = sess.run([main_loss, aux_loss, train], {x: images, yc: main, ya: side})
        print("it %2d main %.5f aux %.5f" % (it, m, a))
