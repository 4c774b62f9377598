import numpy as np
import tensorflow as tf

rows = np.linspace(-1.0, 1.0, 24).reshape(6, 4).astype(np.float32)
x = tf.placeholder(tf.float32, [None, 4])
hidden = tf.layers.dense(x, 5, tf.nn.tanh, kernel_initializer=tf.constant_initializer(0.3))
hidden = tf.layers.dropout(hidden, 0.4)
out = tf.layers.dense(hidden, 1, kernel_initializer=tf.constant_initializer(0.2))
loss = tf.reduce_mean(tf.square(out - 1.0))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(5):
        print("step", i, "loss %.5f" % session.run([loss, step], {x: rows})[0])
