import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 10).reshape(5, 2).astype(np.float32)
y = np.linspace(0.0, 1.0, 5).reshape(5, 1).astype(np.float32)
w = tf.Variable([[0.5], [-0.5]])
loss = tf.losses.mean_squared_error(y, tf.matmul(x, w), reduction=tf.losses.Reduction.SUM)
train = tf.train.MomentumOptimizer(0.02, 0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        sess.run(train)
        print("step %d w %.5f %.5f" % ((i,) + tuple(sess.run(w)[:, 0])))
