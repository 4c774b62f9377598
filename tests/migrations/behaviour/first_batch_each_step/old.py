import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 14).reshape(7, 2).astype(np.float32)
ys = np.cos(xs.sum(axis=1)).astype(np.float32)
data = tf.data.Dataset.from_tensor_slices((xs, ys)).repeat().batch(3)
x, y = data.make_one_shot_iterator().get_next()
w = tf.Variable([0.5, -0.5])
loss = tf.reduce_mean(tf.square(tf.reduce_sum(x * w, 1) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(6):
        print("loss %.5f" % sess.run([loss, train])[0])
