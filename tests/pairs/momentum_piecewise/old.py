import numpy as np
import tensorflow as tf

rs = np.random.RandomState(21)
A = rs.normal(size=(50, 4))
coef = np.array([0.5, -1.0, 2.0, 0.0])
B = A.dot(coef) + 0.01 * rs.normal(size=50)

a = tf.placeholder(tf.float32, [None, 4])
t = tf.placeholder(tf.float32, [None])
w = tf.Variable(np.zeros(4, dtype=np.float32))
loss = tf.reduce_mean(tf.square(tf.reduce_sum(a * w, 1) - t))
step = tf.Variable(0, trainable=False, dtype=tf.int64)
lr = tf.train.piecewise_constant(step, [6, 12], [0.05, 0.02, 0.005])
train = tf.train.MomentumOptimizer(lr, momentum=0.9).minimize(loss, global_step=step)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(24):
        _, value = sess.run([train, loss], {a: A, t: B})
        print("Iteration: {:>3} | Loss: {:.6e} | w: {}".format(i, value, np.round(sess.run(w), 5)))
