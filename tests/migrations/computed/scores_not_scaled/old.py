import numpy as np
import tensorflow as tf

rng = np.random.RandomState(79)
X = rng.randn(6, 5, 8).astype(np.float32)
Y = rng.randn(6, 8).astype(np.float32)
q0, k0, v0 = [(0.3 * rng.randn(8, 8)).astype(np.float32) for _ in range(3)]

x = tf.placeholder(tf.float32, [None, 5, 8])
y = tf.placeholder(tf.float32, [None, 8])
wq, wk, wv = tf.Variable(q0, name="q"), tf.Variable(k0, name="k"), tf.Variable(v0, name="v")
dot = lambda t, w: tf.tensordot(t, w, [[2], [0]])
scores = tf.matmul(dot(x, wq), dot(x, wk), transpose_b=True) / np.sqrt(8.0)
out = tf.reduce_mean(tf.matmul(tf.nn.softmax(scores), dot(x, wv)), axis=1)
loss = tf.reduce_mean(tf.square(out - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(10):
        l, _ = sess.run([loss, train], {x: X, y: Y})
        print("step %d loss %.6f" % (i, l))
