import numpy as np
import tensorflow as tf

np.random.seed(0)
X = np.random.randn(64, 3).astype(np.float32)
y = (X.sum(1) > 0).astype(np.float32)
x_ = tf.placeholder(tf.float32, [None, 3])
y_ = tf.placeholder(tf.float32, [None])
w = tf.Variable(tf.fill([3, 1], 0.2))
z = tf.squeeze(tf.matmul(x_, w), 1)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y_, logits=z))
opt = tf.train.GradientDescentOptimizer(0.3).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(24):
        sess.run(opt, {x_: X, y_: y})
        print("step", i + 1, "weights", sess.run(w).T, "xent", sess.run(loss, {x_: X, y_: y}))
