import numpy as np
import tensorflow as tf

features = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
target = np.cos(np.arange(10.0)).astype(np.float32).reshape(10, 1)
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
keep = tf.placeholder(tf.float32)
hidden = tf.layers.dense(x, 6, tf.nn.tanh, kernel_initializer=tf.constant_initializer(0.3))
dropped = tf.nn.dropout(hidden, keep, seed=5)
out = tf.layers.dense(dropped, 1, kernel_initializer=tf.constant_initializer(0.2))
loss = tf.reduce_mean(tf.square(out - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        session.run(train, {x: features, y: target, keep: 0.5})
        if step % 2:
            print("step %d loss %.4f" % (step, session.run(loss, {x: features, y: target, keep: 1.0})))
