import numpy as np
import tensorflow as tf

z = tf.Variable([2.0, -1.0, 0.3])
y = np.array([1, 0, 1], np.float32)
loss = tf.losses.sigmoid_cross_entropy(y, z)
step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        value, logits = sess.run([loss, z])
        print("step %d: loss %.5f, logits %.4f %.4f %.4f" % ((i, value) + tuple(logits)))
        sess.run(step)
