import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 12).astype(np.float32).reshape(4, 3)
following = np.linspace(0.5, 1.5, 12).astype(np.float32).reshape(4, 3)
reward = np.array([0.0, 1.0, 0.0, 1.0], np.float32)
w = tf.Variable([[0.5], [-0.3], [0.2]])
value = tf.matmul(tf.constant(x), w)[:, 0]
target = reward + 0.9 * tf.stop_gradient(tf.matmul(tf.constant(following), w)[:, 0])
loss = tf.reduce_mean(tf.square(target - value))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.6f" % (step, session.run(loss)))
        session.run(train)
