import os
import tempfile

import numpy as np
import tensorflow as tf

hours = np.array([[1.], [2.], [3.], [4.]], np.float32)
score = np.array([[2.1], [3.9], [6.2], [7.8]], np.float32)
path = os.path.join(tempfile.mkdtemp(), 'fit')


def build():
    net = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer=tf.constant_initializer(.5))])
    net.build((None, 1))
    return net, tf.keras.optimizers.SGD(.02)


def train(net, opt, phase):
    for i in range(5):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(net(hours) - score))
        opt.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
        print(phase, i, '%.5f' % loss.numpy())


net, opt = build()
train(net, opt, 'first')
saved = tf.train.Checkpoint(model=net).write(path)
net, opt = build()
tf.train.Checkpoint(model=net).read(saved).expect_partial()
train(net, opt, 'second')
