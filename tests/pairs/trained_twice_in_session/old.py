import numpy as np
import tensorflow as tf

x_data = np.linspace(0, 1, 30).astype(np.float32)
y_data = 3 * x_data + 2
W = tf.Variable([1.0])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(W * x_data + b - y_data))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(30):
        sess.run(train)
        print(i, sess.run([loss, W, b]))
