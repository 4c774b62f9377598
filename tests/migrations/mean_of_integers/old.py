import numpy as np
import tensorflow as tf

x = np.array([[1.0, -0.5], [-2.0, 0.25], [0.5, 1.5]], np.float32)
y = np.array([1, 0, 1], np.int64)
w = tf.Variable([0.5, 0.25])
logits = tf.reduce_sum(x * w, 1)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y.astype(np.float32), logits=logits))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.cast(logits > 0.7, tf.int64), y), tf.float32))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run([loss, train])[0]), "accuracy %.3f" % sess.run(accuracy))
