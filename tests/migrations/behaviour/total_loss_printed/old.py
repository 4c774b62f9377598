import numpy as np
import tensorflow as tf

slim = tf.contrib.slim
data = np.array([[0.2, -0.4, 1.0], [1.2, 0.3, -0.5], [-0.8, 0.9, 0.1], [0.5, 0.5, 0.5]], np.float32)
target = np.array([[0.3], [-0.2], [0.8], [0.1]], np.float32)
with slim.arg_scope([slim.fully_connected], weights_regularizer=slim.l2_regularizer(0.1)):
    net = slim.fully_connected(
        tf.constant(data), 1, activation_fn=None, weights_initializer=tf.constant_initializer(0.6)
    )
tf.losses.mean_squared_error(target, net)
total = tf.losses.get_total_loss()
train = slim.learning.create_train_op(total, tf.train.GradientDescentOptimizer(0.05))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(8):
        print("step %d total loss %.5f" % (step, session.run(train)))
