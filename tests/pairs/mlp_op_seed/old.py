import numpy as np
import tensorflow as tf

SEED = 42
X = np.random.RandomState(0).uniform(size=(32, 4)).astype(np.float32)
T = np.sin(X.sum(axis=1, keepdims=True)).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 4])
t = tf.placeholder(tf.float32, [None, 1])
w1 = tf.Variable(tf.truncated_normal([4, 6], stddev=0.3, seed=SEED))
b1 = tf.Variable(tf.zeros([6]))
w2 = tf.Variable(tf.truncated_normal([6, 1], stddev=0.3, seed=SEED))
b2 = tf.Variable(tf.zeros([1]))
h = tf.nn.tanh(tf.matmul(x, w1) + b1)
out = tf.matmul(h, w2) + b2
loss = tf.reduce_mean(tf.square(out - t))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(30):
        _, l = sess.run([train, loss], feed_dict={x: X, t: T})
        print("Step", i, "loss:", l)
