# A network that is unrolled by hand, with numbers of NumPy's old names.
import numpy as np
import tensorflow as tf
from tensorflow.contrib import rnn

waves = np.sin(np.arange(60).reshape(6, 10) / 3).astype(np.float32)
mask = np.ones([6, 9], dtype=np.bool)
x = tf.placeholder(tf.float32, [6, 9])
steps = [tf.expand_dims(each, 1) for each in tf.unstack(x, 9, 1)]
outputs, state = rnn.static_rnn(rnn.BasicRNNCell(5), steps, dtype=tf.float32)
w = tf.get_variable("w", [5, 1], initializer=tf.contrib.layers.xavier_initializer())
guess = tf.concat([tf.matmul(each, w) for each in outputs], 1)
loss = tf.reduce_mean(tf.boolean_mask(tf.square(guess - waves[:, 1:]), mask))
train = tf.train.AdagradOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(8):
        print(step, sess.run([loss, train], {x: waves[:, :-1]})[0])
