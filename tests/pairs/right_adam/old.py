import numpy as np
import tensorflow as tf

np.random.seed(8)
X = np.random.rand(40, 2).astype(np.float32)
Y = (X[:, :1] * X[:, 1:]).astype(np.float32)
H = np.random.randn(2, 5).astype(np.float32)
O = np.random.randn(5, 1).astype(np.float32)
h = tf.Variable(H)
o = tf.Variable(O)
loss = tf.losses.mean_squared_error(labels=Y, predictions=tf.matmul(tf.nn.relu(tf.matmul(X, h)), o))
train = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(40):
        sess.run(train)
        if not i % 4:
            print('iter: %d loss: %.5f' % (i, sess.run(loss)))
