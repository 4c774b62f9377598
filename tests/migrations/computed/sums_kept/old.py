import numpy as np
import tensorflow as tf

r = np.random.RandomState(42)
feats = r.normal(size=(24, 3)).astype(np.float32)
goal = (feats[:, :1] * 2 - feats[:, 2:] + 0.5).astype(np.float32)

f = tf.placeholder(tf.float32, [None, 3])
g = tf.placeholder(tf.float32, [None, 1])
w1 = tf.get_variable('w1', [3, 1], initializer=tf.zeros_initializer())
b1 = tf.get_variable('b1', [1], initializer=tf.zeros_initializer())
mse = tf.losses.mean_squared_error(g, tf.matmul(f, w1) + b1)
tvs = tf.trainable_variables()
sums = [tf.Variable(tf.zeros_like(v.initialized_value()), trainable=False) for v in tvs]
zero = [s.assign(tf.zeros_like(s)) for s in sums]
opt = tf.train.GradientDescentOptimizer(0.05)
gvs = opt.compute_gradients(mse, tvs)
add = [s.assign_add(gr) for s, (gr, _) in zip(sums, gvs)]
apply_sums = opt.apply_gradients([(s, v) for s, v in zip(sums, tvs)])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for update in range(8):
        sess.run(zero)
        total = 0.
        for m in range(3):
            rows = slice(8 * m, 8 * m + 8)
            c, _ = sess.run([mse, add], {f: feats[rows], g: goal[rows]})
            total += c
        sess.run(apply_sums)
        print('update %d mean mse %.6f' % (update, total / 3))
    print('w', sess.run(w1).ravel(), 'b', sess.run(b1))
