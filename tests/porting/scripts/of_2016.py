# Names and orders of TensorFlow 0.12 that its 1.x releases have as well, and Python 2.
import numpy as np
import tensorflow as tf

points = np.random.RandomState(3).rand(40, 2).astype(np.float32)
sums = points.sum(1, keepdims=True)
x = tf.placeholder("float", [None, 2])
y = tf.placeholder("float", [None, 1])
w = tf.Variable(tf.zeros([2, 1]), name="w")
b = tf.Variable(tf.zeros([1]), name="b")
cost = tf.reduce_mean(tf.reduce_sum(tf.square(tf.matmul(x, w) + b - y), reduction_indices=[1]))
step = tf.train.GradientDescentOptimizer(0.1).minimize(cost)
sess = tf.Session()
sess.run(tf.initialize_all_variables())
batch = len(points) / 4
for epoch in xrange(3):
    for at in xrange(len(points) / batch):
        part = slice(at * batch, (at + 1) * batch)
        sess.run(step, {x: points[part], y: sums[part]})
    print "epoch", epoch, "cost", "%.6f" % sess.run(cost, {x: points, y: sums})
print "half", epoch / 2
