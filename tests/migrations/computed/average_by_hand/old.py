# trains a linear model and evaluates with averaged weights
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(0)
xs = rng.randn(64, 4).astype(np.float32)
ys = xs.dot(np.array([[1.0], [-2.0], [0.5], [3.0]], np.float32))

x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([4, 1]), name="w")
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
opt = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
ema = tf.train.ExponentialMovingAverage(decay=0.99)
with tf.control_dependencies([opt]):
    train_op = ema.apply([w])
avg = ema.average(w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        sess.run(train_op, {x: xs, y: ys})
        l, a = sess.run([loss, avg], {x: xs, y: ys})
        print("step %d loss %.4f avg %.5f" % (i, l, a[3, 0]))
