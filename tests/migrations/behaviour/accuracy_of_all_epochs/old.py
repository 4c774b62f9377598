import numpy as np
import tensorflow as tf

xs = np.linspace(-2.0, 2.0, 24).reshape(12, 2).astype(np.float32)
ys = np.array([1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1], np.float32)
x, y = tf.placeholder(tf.float32, [None, 2]), tf.placeholder(tf.float32, [None])
w = tf.Variable([-1.0, 0.5])
logits = tf.reduce_sum(x * w, 1)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
accuracy, update = tf.metrics.accuracy(y, tf.cast(logits > 0, tf.float32))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(4):
        sess.run(tf.local_variables_initializer())
        for rows in (slice(0, 6), slice(6, 12)):
            sess.run(update, {x: xs[rows], y: ys[rows]})
            sess.run(train, {x: xs[rows], y: ys[rows]})
        print("epoch %d accuracy %.4f" % (epoch, sess.run(accuracy)))
