import numpy as np
import tensorflow as tf

tf.set_random_seed(0)
rng = np.random.RandomState(0)
X = rng.rand(64, 4).astype(np.float32)
Y = (X.sum(1, keepdims=True) ** 2).astype(np.float32)
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
net = tf.layers.dense(x, 8, activation=tf.nn.relu)
net = tf.layers.dense(net, 1)
loss = tf.reduce_mean((net - y) ** 2)
train = tf.train.GradientDescentOptimizer(0.02).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(10):
        l, _ = sess.run([loss, train], {x: X, y: Y})
        print("Epoch: %d | loss: %.6f" % (epoch, l))
