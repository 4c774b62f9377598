import numpy as np
import tensorflow as tf

rng = np.random.RandomState(12)
X = rng.rand(50, 2).astype(np.float32)
Y = X.dot(np.float32([[2.0], [-1.0]]))
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(60):
        sess.run(train, {x: X, y: Y})
        if step % 10 == 0:
            print("Step {}, Minibatch Loss= {:.4f}".format(step, sess.run(loss, {x: X, y: Y})))
