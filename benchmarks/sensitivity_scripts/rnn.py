# The next value of a wave, a basic RNN cell.
import numpy as np
import tensorflow as tf

tf.set_random_seed(7)
wave = np.sin(np.arange(200) / 5.0).astype(np.float32)
x = np.stack([wave[at : at + 10] for at in range(150)])[:, :, None]
y = wave[10:160][:, None]
X = tf.placeholder(tf.float32, [None, 10, 1])
Y = tf.placeholder(tf.float32, [None, 1])
# Seeds of their own: what a graph's seed alone means goes by the number of ops, which differs between releases.
tf.get_variable_scope().set_initializer(tf.random_uniform_initializer(-0.3, 0.3, seed=1))
outputs, _ = tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicRNNCell(8), X, dtype=tf.float32)
w = tf.Variable(tf.random_normal([8, 1], stddev=0.3, seed=2))
loss = tf.reduce_mean(tf.square(tf.matmul(outputs[:, -1], w) - Y))
train = tf.train.AdamOptimizer(0.005).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(201):
        _, value = sess.run([train, loss], {X: x, Y: y})
        if step % 10 == 0:
            print("step", step, "loss", value)
