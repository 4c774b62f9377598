import numpy as np
import tensorflow as tf

x = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
t = (np.arange(10) % 4 == 0).astype(np.float32).reshape(10, 1)
X = tf.placeholder(tf.float32, [None, 4])
W = tf.Variable(tf.zeros([4, 1]))
b = tf.Variable([0.0])
logits = tf.matmul(X, W) + b
loss = tf.reduce_mean(tf.nn.weighted_cross_entropy_with_logits(t, logits, pos_weight=3.0))
train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        print("step %d loss %.6f" % (i, s.run(loss, {X: x})))
        s.run(train, {X: x})
