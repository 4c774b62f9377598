import numpy as np
import tensorflow as tf

data = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [9.0], [8.0]], np.float32)
target = np.array([[2.0], [1.0], [0.0], [3.0], [1.0], [7.0], [0.0]], np.float32)
x = tf.placeholder(tf.float32, [None, 1])
y = tf.placeholder(tf.float32, [None, 1])
out = tf.layers.dense(x, 1, kernel_initializer=tf.constant_initializer(0.5))
loss = tf.reduce_mean(tf.square(out - y))
train = tf.train.GradientDescentOptimizer(0.005).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for epoch in range(4):
        total, held = 0.0, 0.0
        for start in (0, 3):
            feed = {x: data[start : start + 3], y: target[start : start + 3]}
            total += session.run([loss, train], feed)[0]
        for start in (2, 5):
            held += session.run(loss, {x: data[start : start + 3], y: target[start : start + 3]})
        print("epoch %d loss %.5f val_loss %.5f" % (epoch, total / 2, held / 2))
