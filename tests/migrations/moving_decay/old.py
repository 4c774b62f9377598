import numpy as np
import tensorflow as tf

x = np.array([[1, 2], [3, 5], [5, 2], [7, 7]], np.float32)
out = tf.contrib.layers.batch_norm(tf.constant(x), scale=True, scope="norm")
moving = [v for v in tf.global_variables() if "moving_mean" in v.name][0]
update = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        sess.run(update)
        print("after %d: mean %.6f %.6f" % ((i + 1,) + tuple(sess.run(moving))))
