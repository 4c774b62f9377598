import numpy as np
import tensorflow as tf

x = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
real = np.cos(np.arange(20.0)).astype(np.float32).reshape(10, 2)
c = tf.constant_initializer


def critic(value):
    with tf.variable_scope("critic", reuse=tf.AUTO_REUSE):
        hidden = tf.layers.dense(value, 3, tf.nn.tanh, kernel_initializer=c(0.3))
        return tf.layers.dense(hidden, 1, kernel_initializer=c(0.2))


with tf.variable_scope("maker"):
    made = tf.layers.dense(tf.constant(x), 2, kernel_initializer=c(0.1))
critic_loss = tf.reduce_mean(tf.square(critic(tf.constant(real)) - 1.0)) + tf.reduce_mean(tf.square(critic(made)))
maker_loss = tf.reduce_mean(tf.square(critic(made) - 1.0))
optimizer = tf.train.GradientDescentOptimizer(0.1)
train_critic = optimizer.minimize(critic_loss, var_list=tf.trainable_variables("critic"))
train_maker = optimizer.minimize(maker_loss, var_list=tf.trainable_variables("maker"))
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(6):
        one, _ = s.run([critic_loss, train_critic])
        two, _ = s.run([maker_loss, train_maker])
        print("step %d critic %.6f maker %.6f" % (i, one, two))
