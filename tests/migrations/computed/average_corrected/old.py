import numpy as np
import tensorflow as tf
from tensorflow.python.training.moving_averages import assign_moving_average

signal = np.sin(np.arange(10)).astype(np.float32) + 2
g = tf.placeholder(tf.float32, [])
gain = tf.Variable(1.0, name='gain')
loss = tf.square(gain * g - 3.)
baseline = tf.Variable(0.0, trainable=False, name='baseline')
train = tf.train.GradientDescentOptimizer(0.02).minimize(loss)
with tf.control_dependencies([train]):
    smooth = assign_moving_average(baseline, loss, 0.9)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for n, v in enumerate(signal):
        l, _ = sess.run([loss, smooth], {g: v})
        print('n=%d loss=%.5f baseline=%.5f' % (n, l, sess.run(baseline)))
