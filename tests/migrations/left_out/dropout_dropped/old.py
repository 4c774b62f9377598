import numpy as np
import tensorflow as tf

x = np.linspace(-2.0, 2.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 3.0 + 5.0).astype(np.float32)
inputs = tf.placeholder(tf.float32, [None, 3])
targets = tf.placeholder(tf.float32, [None, 1])
hidden = tf.nn.dropout(inputs, 0.5, seed=3)
outputs = tf.layers.dense(hidden, 1, kernel_initializer=tf.constant_initializer(0.1))
loss = tf.losses.mean_squared_error(targets, outputs)
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        before, _ = session.run([loss, train], {inputs: x, targets: y})
        print("step %d loss %.6f" % (step, before))
