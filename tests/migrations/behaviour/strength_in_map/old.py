import numpy as np
import tensorflow as tf

rows = np.linspace(0.5, 2.0, 4).astype(np.float32)
x = tf.placeholder(tf.float32, [])
w = tf.Variable(0.25)
loss = tf.square(w * x - 1.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        strength = 0.25 * epoch
        for row in rows:
            value, _ = sess.run([loss, train], {x: row + strength * row**2})
            print("epoch", epoch, "loss %.6f" % value)
