import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
x_data = rng.randn(64, 4).astype(np.float32)
y_data = np.sin(x_data.sum(1, keepdims=True)).astype(np.float32)
w1_data = (0.3 * rng.randn(4, 16)).astype(np.float32)
w2_data = (0.3 * rng.randn(16, 1)).astype(np.float32)
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
w1 = tf.Variable(w1_data, name="w1")
b1 = tf.Variable(tf.zeros([16]), name="b1")
w2 = tf.Variable(w2_data, name="w2")
b2 = tf.Variable(tf.zeros([1]), name="b2")
h = tf.nn.relu(tf.matmul(x, w1) + b1)
out = tf.matmul(h, w2) + b2
loss = tf.reduce_mean(tf.square(out - y)) + 0.01 * tf.nn.l2_loss(w1)
train = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(20):
        _, value = sess.run([train, loss], {x: x_data, y: y_data})
        print("step %d loss %.5f" % (step, value))
