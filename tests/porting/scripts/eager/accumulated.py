import numpy as np
import tensorflow as tf

tf.set_random_seed(1)
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
W1 = tf.Variable(tf.truncated_normal([3, 4], stddev=0.5, seed=1))
b1 = tf.Variable(tf.zeros([4]))
W2 = tf.Variable(tf.truncated_normal([4, 1], stddev=0.5, seed=2))
h = tf.nn.relu(tf.matmul(x, W1) + b1)
out = tf.matmul(h, W2)
loss = tf.losses.mean_squared_error(y, out)
opt = tf.train.AdamOptimizer(0.05)
tvs = tf.trainable_variables()
accum_vars = [tf.Variable(tf.zeros_like(tv.initialized_value()), trainable=False) for tv in tvs]
zero_ops = [tv.assign(tf.zeros_like(tv)) for tv in accum_vars]
gvs = opt.compute_gradients(loss, tvs)
accum_ops = [accum_vars[i].assign_add(gv[0]) for i, gv in enumerate(gvs)]
train_step = opt.apply_gradients([(accum_vars[i], gv[1]) for i, gv in enumerate(gvs)])

rng = np.random.RandomState(2)
data = rng.rand(32, 3)
target = data.sum(1, keepdims=True)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(10):
        sess.run(zero_ops)
        for k in range(4):
            sess.run(accum_ops, feed_dict={x: data[k * 8:k * 8 + 8], y: target[k * 8:k * 8 + 8]})
        sess.run(train_step)
        print(step, sess.run(loss, feed_dict={x: data, y: target}))
