# Two layers with relu and a high rate: small differences grow.
import numpy as np
import tensorflow as tf

tf.set_random_seed(4)
random = np.random.RandomState(4)
x = random.uniform(-1, 1, (80, 3)).astype(np.float32)
y = np.sin(3 * x.sum(1, keepdims=True)).astype(np.float32)
X = tf.placeholder(tf.float32, [None, 3])
Y = tf.placeholder(tf.float32, [None, 1])
w1 = tf.Variable(tf.random_normal([3, 32]))
b1 = tf.Variable(tf.zeros([32]))
w2 = tf.Variable(tf.random_normal([32, 1], stddev=0.2))
out = tf.matmul(tf.nn.relu(tf.matmul(X, w1) + b1), w2)
loss = tf.reduce_mean(tf.square(out - Y))
train = tf.train.RMSPropOptimizer(0.003, decay=0.9, epsilon=1e-10).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(401):
        _, value = sess.run([train, loss], {X: x, Y: y})
        if step % 20 == 0:
            print("%d: %.5f" % (step, value))
