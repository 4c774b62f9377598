import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 16).astype(np.float32).reshape(8, 2)
y = x[:, :1] * 0.5 + 0.25
w = tf.Variable([[0.5], [-0.75]])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y)) + 0.25 * tf.nn.l2_loss(w)
train = tf.train.GradientDescentOptimizer(0.25).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print("step %d loss %.5f" % (i, sess.run([loss, train])[0]))
