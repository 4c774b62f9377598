"""Two nets against each other, their variables chosen by scope."""

import numpy as np
import tensorflow as tf

Z = tf.placeholder(tf.float32, [None, 4])
X = tf.placeholder(tf.float32, [None, 6])


def start(rows, columns):
    return tf.constant_initializer(np.cos(np.arange(rows * columns)).reshape(rows, columns) / 2)


def painter(z):
    with tf.variable_scope("painter"):
        hidden = tf.layers.dense(z, 8, tf.nn.relu, kernel_initializer=start(4, 8))
        return tf.layers.dense(hidden, 6, tf.nn.sigmoid, kernel_initializer=start(8, 6))


def judge(x, reuse=False):
    with tf.variable_scope("judge", reuse=reuse):
        hidden = tf.layers.dense(x, 8, tf.nn.relu, kernel_initializer=start(6, 8), name="hidden")
        return tf.layers.dense(hidden, 1, kernel_initializer=start(8, 1), name="verdict")


fake = painter(Z)
of_real = judge(X)
of_fake = judge(fake, reuse=True)
judge_loss = tf.reduce_mean(tf.nn.softplus(-of_real)) + tf.reduce_mean(tf.nn.softplus(of_fake))
painter_loss = tf.reduce_mean(tf.nn.softplus(-of_fake))
judge_variables = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="judge")
painter_variables = [v for v in tf.trainable_variables() if v.name.startswith("painter")]
train_judge = tf.train.GradientDescentOptimizer(0.05).minimize(judge_loss, var_list=judge_variables)
train_painter = tf.train.GradientDescentOptimizer(0.05).minimize(painter_loss, var_list=painter_variables)

rng = np.random.RandomState(0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(30):
        _, first = sess.run([train_judge, judge_loss], feed_dict={X: rng.rand(16, 6), Z: rng.rand(16, 4)})
        _, second = sess.run([train_painter, painter_loss], feed_dict={Z: rng.rand(16, 4)})
        if i % 5 == 0:
            print("%d: %.4f %.4f" % (i, first, second))
