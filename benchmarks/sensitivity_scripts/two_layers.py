# Two layers on a circle of points, Adam.
import numpy as np
import tensorflow as tf

tf.set_random_seed(3)
random = np.random.RandomState(3)
x = random.uniform(-1, 1, (100, 2)).astype(np.float32)
y = (x[:, :1] ** 2 + x[:, 1:] ** 2).astype(np.float32)
X = tf.placeholder(tf.float32, [None, 2])
Y = tf.placeholder(tf.float32, [None, 1])
w1 = tf.Variable(tf.random_normal([2, 16], stddev=0.5))
b1 = tf.Variable(tf.zeros([16]))
w2 = tf.Variable(tf.random_normal([16, 1], stddev=0.5))
b2 = tf.Variable(tf.zeros([1]))
out = tf.matmul(tf.tanh(tf.matmul(X, w1) + b1), w2) + b2
loss = tf.reduce_mean(tf.square(out - Y))
train = tf.train.AdamOptimizer(0.01, beta1=0.9, epsilon=1e-08).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(501):
        _, value = sess.run([train, loss], {X: x, Y: y})
        if step % 20 == 0:
            print("step", step, "loss", value)
