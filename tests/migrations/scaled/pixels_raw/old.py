import numpy as np
import tensorflow as tf

img = (np.arange(4 * 6 * 6 * 1) % 251).reshape(4, 6, 6, 1).astype(np.float32)
lab = np.array([[0.0], [1.0], [0.0], [1.0]], np.float32)
X = tf.placeholder(tf.float32, [None, 6, 6, 1])
h = tf.layers.conv2d(X / 255.0, 2, 3, activation=tf.nn.relu, kernel_initializer=tf.constant_initializer(0.1))
o = tf.layers.dense(tf.layers.flatten(h), 1, kernel_initializer=tf.constant_initializer(0.05))
loss = tf.losses.sigmoid_cross_entropy(lab, o)
train = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        print("step %d loss %.6f" % (i, s.run([loss, train], {X: img})[0]))
