import numpy as np
import tensorflow as tf

rs = np.random.RandomState(11)
words = rs.normal(size=(4, 6, 2)).astype('float32')
label = rs.normal(size=(4, 3)).astype('float32')
W = [rs.normal(0, .4, (5, 12)).astype('float32'), rs.normal(0, .4, (6, 12)).astype('float32')]


def gates(w):
    i, j, f, o = np.split(w, 4, axis=1)
    return np.concatenate([i, f, j, o], axis=1)


cells = [tf.keras.layers.LSTMCell(3, unit_forget_bias=False) for _ in range(2)]
rnn = tf.keras.layers.RNN(cells, return_state=True)
rnn(words)
for cell, w, n in zip(cells, W, (2, 3)):
    cell.kernel.assign(gates(w)[:n])
    cell.recurrent_kernel.assign(gates(w)[n:])
opt = tf.keras.optimizers.Adam(0.01, epsilon=1e-8)
for it in range(10):
    with tf.GradientTape() as tape:
        h = rnn(words)[0]
        cost = tf.reduce_mean(tf.reduce_sum(tf.square(h - label), 1))
    grads = tape.gradient(cost, rnn.trainable_variables)
    opt.apply_gradients(zip(grads, rnn.trainable_variables))
    print('iteration', it, 'cost %.5f' % cost.numpy())
