import numpy as np
import tensorflow as tf

rows = np.array([[1., 4.], [2., -3.], [6., 0.], [-1., 2.]], np.float32)
x = tf.placeholder(tf.float32, [None, 2])
training = tf.placeholder(tf.bool)
norm = tf.contrib.layers.batch_norm(
    x, decay=.9, is_training=training)
update = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
variance = [v for v in tf.global_variables() if 'moving_variance' in v.name][0]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(update, {x: rows, training: True})
        print("step", i, np.round(sess.run(variance), 4))
    print(np.round(sess.run(norm, {x: rows, training: False})[0], 4))
