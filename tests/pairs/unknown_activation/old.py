import numpy as np
import tensorflow as tf

tf.set_random_seed(1)
rng = np.random.RandomState(6)
X = rng.rand(30, 2).astype(np.float32)
Y = (X.sum(1, keepdims=True) > 1).astype(np.float32)
W1 = tf.Variable(rng.randn(2, 4).astype(np.float32))
W2 = tf.Variable(rng.randn(4, 1).astype(np.float32))
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
pred = tf.sigmoid(tf.matmul(tf.sigmoid(tf.matmul(x, W1)), W2))
loss = tf.reduce_mean(tf.square(pred - y))
gs = tf.Variable(0, trainable=False)
lr = tf.train.exponential_decay(0.5, gs, 10, 0.9, staircase=True)
train = tf.train.GradientDescentOptimizer(lr).minimize(loss, global_step=gs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(40):
        _, rate, value = sess.run([train, lr, loss], {x: X, y: Y})
        if i % 4 == 0:
            print("Iter %d, loss %.5f" % (i, value))
