import numpy as np
import tensorflow as tf

x = np.sin(np.arange(60.0)).reshape(12, 5).astype(np.float32)
lab = (np.arange(12) % 3).astype(np.int64)
cw = np.array([1.0, 2.0, 4.0], np.float32)[lab]
W = tf.Variable(0.1 * np.cos(np.arange(15.0)).reshape(5, 3).astype(np.float32))
b = tf.Variable(tf.zeros([3]))
logits = tf.matmul(tf.constant(x), W) + b
loss = tf.losses.sparse_softmax_cross_entropy(lab, logits, weights=cw)
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        print("step %d loss %.6f" % (i, s.run(loss)))
        s.run(train)
