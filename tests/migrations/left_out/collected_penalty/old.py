import numpy as np
import tensorflow as tf

x = np.linspace(-2.0, 2.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 3.0 + 5.0).astype(np.float32)
inputs = tf.placeholder(tf.float32, [None, 3])
targets = tf.placeholder(tf.float32, [None, 1])
outputs = tf.layers.dense(
    inputs, 1, kernel_initializer=tf.constant_initializer(0.1), kernel_regularizer=tf.contrib.layers.l2_regularizer(0.3)
)
loss = tf.losses.mean_squared_error(targets, outputs)
total = loss + tf.add_n(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))
train = tf.train.GradientDescentOptimizer(0.05).minimize(total)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.6f" % (step, session.run(loss, {inputs: x, targets: y})))
        session.run(train, {inputs: x, targets: y})
