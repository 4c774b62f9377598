import numpy as np
import tensorflow as tf

rng = np.random.RandomState(41)
X = rng.randn(20, 6).astype(np.float32)
Y = rng.randn(20, 6).astype(np.float32)
params = {"w1": (rng.randn(6, 6) * 0.3).astype(np.float32), "w2": (rng.randn(6, 6) * 0.3).astype(np.float32)}

x = tf.placeholder(tf.float32, [None, 6])
y = tf.placeholder(tf.float32, [None, 6])
w1 = tf.Variable(params["w1"], name="fc1/weights")
b1 = tf.Variable(tf.zeros([6]), name="fc1/biases")
w2 = tf.Variable(params["w2"], name="fc2/weights")
b2 = tf.Variable(tf.zeros([6]), name="fc2/biases")
h = tf.nn.elu(tf.nn.xw_plus_b(x, w1, b1))
loss = tf.reduce_mean(tf.square(tf.nn.xw_plus_b(h, w2, b2) - y))
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(10):
        sess.run(train, {x: X, y: Y})
        print(i, "%.6f" % sess.run(loss, {x: X, y: Y}))
