import numpy as np
import tensorflow as tf

x = np.linspace(-2.0, 2.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 3.0 + 5.0).astype(np.float32)
inputs = tf.placeholder(tf.float32, [None, 3])
targets = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(tf.matmul(inputs, w) + b - targets))


def decayed(rate, step):
    return tf.train.exponential_decay(rate, step, 2, 0.5, staircase=True)


step_number = tf.Variable(0, trainable=False)
train = tf.contrib.layers.optimize_loss(loss, step_number, 0.05, "SGD", learning_rate_decay_fn=decayed)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.6f" % (step, session.run(loss, {inputs: x, targets: y})))
        session.run(train, {inputs: x, targets: y})
    print("w %.6f %.6f %.6f" % tuple(session.run(w)[:, 0]))
