import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
x_data = rng.randn(32, 4).astype(np.float32)
y_data = (x_data.sum(1) > 0).astype(np.int32)
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.int32, [None])
hidden = tf.layers.dense(x, 16, tf.nn.relu, kernel_initializer=tf.glorot_uniform_initializer(seed=1))
out = tf.layers.dense(hidden, 2, kernel_initializer=tf.glorot_uniform_initializer(seed=2))
loss = tf.losses.sparse_softmax_cross_entropy(y, out)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(16):
        _, value = sess.run([train, loss], {x: x_data, y: y_data})
        if step % 5 == 0:
            print("step %d loss %.6f" % (step, value))
