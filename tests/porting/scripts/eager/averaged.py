import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y_ = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.truncated_normal([2, 1], stddev=0.5, seed=1))
b = tf.Variable(tf.zeros([1]))
y = tf.matmul(x, w) + b
loss = tf.reduce_mean(tf.square(y - y_)) + tf.contrib.layers.l2_regularizer(0.01)(w)
train_step = tf.train.AdamOptimizer(0.1).minimize(loss)
ema = tf.train.ExponentialMovingAverage(decay=0.9)
with tf.control_dependencies([train_step]):
    train_op = ema.apply(tf.trainable_variables())
averaged = tf.matmul(x, ema.average(w)) + ema.average(b)

rng = np.random.RandomState(5)
X = rng.rand(40, 2).astype(np.float32)
Y = X[:, :1] * 2 - X[:, 1:]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        sess.run(train_op, feed_dict={x: X, y_: Y})
        if i % 5 == 0:
            print(i, sess.run(loss, feed_dict={x: X, y_: Y}), sess.run(ema.average(w)).ravel())
    print(sess.run(averaged, {x: X[:2]}))
