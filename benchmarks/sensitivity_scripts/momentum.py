# Three inputs of different size, momentum, printed with six decimals.
import numpy as np
import tensorflow as tf

tf.set_random_seed(5)
random = np.random.RandomState(5)
x = (random.randn(40, 3) * [1, 3, 0.2]).astype(np.float32)
y = (x.dot([[0.5], [-1.5], [4.0]]) + 0.1 * random.randn(40, 1)).astype(np.float32)
X = tf.placeholder(tf.float32, [None, 3])
Y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.random_normal([3, 1]))
cost = tf.reduce_mean(tf.square(tf.matmul(X, w) - Y))
train = tf.train.MomentumOptimizer(0.01, 0.9).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(301):
        c, _ = sess.run([cost, train], {X: x, Y: y})
        if step % 10 == 0:
            print("step %d cost %.6f w %s" % (step, c, " ".join("%.6f" % each for each in sess.run(w)[:, 0])))
