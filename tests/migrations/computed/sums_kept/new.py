import numpy as np
import tensorflow as tf

r = np.random.RandomState(42)
feats = r.normal(size=(24, 3)).astype(np.float32)
goal = (feats[:, :1] * 2 - feats[:, 2:] + 0.5).astype(np.float32)

w1 = tf.Variable(tf.zeros([3, 1]), name='w1')
b1 = tf.Variable(tf.zeros([1]), name='b1')
tvs = [w1, b1]
sums = [tf.Variable(tf.zeros_like(v), trainable=False) for v in tvs]
opt = tf.keras.optimizers.SGD(0.05)


def accumulate(x, y):
    with tf.GradientTape() as tape:
        mse = tf.reduce_mean(tf.square(tf.matmul(x, w1) + b1 - y))
    for s, gr in zip(sums, tape.gradient(mse, tvs)):
        s.assign_add(gr)
    return mse


for update in range(8):
    total = 0.
    for m in range(3):
        rows = slice(8 * m, 8 * m + 8)
        total += accumulate(feats[rows], goal[rows]).numpy()
    opt.apply_gradients([(s.read_value(), v) for s, v in zip(sums, tvs)])
    print('update %d mean mse %.6f' % (update, total / 3))
print('w', w1.numpy().ravel(), 'b', b1.numpy())
