import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 24).reshape(8, 3).astype(np.float32)
x = tf.placeholder(tf.float32, [None])
w = tf.Variable([0.5, -0.25, 1.0])
slow = tf.Variable([0.5, -0.25, 1.0], trainable=False)
loss = tf.square(tf.reduce_sum(x * w) - 0.5 * tf.reduce_sum(x * slow) - 1.0)
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
copy = tf.assign(slow, w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(8):
        value, _ = sess.run([loss, train], {x: xs[step]})
        if (step + 1) % 3 == 0:
            sess.run(copy)
        print("step", step, "loss %.6f" % value)
