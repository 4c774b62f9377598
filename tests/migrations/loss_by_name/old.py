import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 24).astype(np.float32).reshape(8, 3)
y = np.arange(8, dtype=np.int32) % 4
w = tf.Variable(np.linspace(-0.5, 0.5, 12).astype(np.float32).reshape(3, 4))
b = tf.Variable(np.zeros(4, np.float32))
logits = tf.matmul(x, w) + b
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print("step %d loss %.5f" % (i, sess.run([loss, train])[0]))
