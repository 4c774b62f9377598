import numpy as np
import tensorflow as tf
data = np.array([[3.0, 10.0], [5.0, 14.0], [6.0, 18.0], [10.0, 30.0]], np.float32)
label = np.array([[0.0], [1.0], [1.0], [3.0]], np.float32)
t = tf.placeholder_with_default(False, [])
h = tf.layers.dropout(tf.constant(data), 0.4, training=t, seed=3)
out = tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(0.3))
loss = tf.reduce_mean(tf.square(out - label))
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.GradientDescentOptimizer(0.001).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        l, _ = s.run([loss, train], {t: True})
        print("step %d loss %.6f validation %.6f" % (i, l, s.run(loss)))
