import tensorflow as tf


def build(x, y):
    hidden = tf.layers.dense(x, 8, activation=tf.nn.tanh, kernel_initializer=tf.random_normal_initializer(seed=1))
    out = tf.layers.dense(hidden, 1, kernel_initializer=tf.random_normal_initializer(seed=2))
    loss = tf.losses.mean_squared_error(y, out)
    return loss, tf.train.RMSPropOptimizer(0.01).minimize(loss)
