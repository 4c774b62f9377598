"""A character-level LSTM that is trained until somebody stops it."""
import numpy as np
import tensorflow as tf

data = open("input.txt").read()
chars = sorted(set(data))
char_to_ix = {ch: i for i, ch in enumerate(chars)}
print("data has %d characters, %d unique." % (len(data), len(chars)))

hidden_size, seq_length, batch_size = 32, 16, 4

inputs = tf.placeholder(tf.int32, [batch_size, seq_length])
targets = tf.placeholder(tf.int32, [batch_size, seq_length])
cell = tf.nn.rnn_cell.BasicLSTMCell(hidden_size)
state = cell.zero_state(batch_size, tf.float32)
outputs, last_state = tf.nn.dynamic_rnn(cell, tf.one_hot(inputs, len(chars)), initial_state=state)
W = tf.get_variable("W", [hidden_size, len(chars)], initializer=tf.random_normal_initializer(stddev=0.1))
b = tf.get_variable("b", [len(chars)], initializer=tf.zeros_initializer())
logits = tf.matmul(tf.reshape(outputs, [-1, hidden_size]), W) + b
losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.reshape(targets, [-1]), logits=logits)
loss = tf.reduce_mean(losses)
grads, _ = tf.clip_by_global_norm(tf.gradients(loss, tf.trainable_variables()), 5.0)
train = tf.train.GradientDescentOptimizer(0.05).apply_gradients(zip(grads, tf.trainable_variables()))

ids = np.array([char_to_ix[ch] for ch in data])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    n, p = 0, 0
    while True:
        if p + batch_size * seq_length + 1 > len(ids):
            p = 0
        window = ids[p:p + batch_size * seq_length + 1]
        x = window[:-1].reshape(batch_size, seq_length)
        y = window[1:].reshape(batch_size, seq_length)
        cost, _ = sess.run([loss, train], {inputs: x, targets: y})
        if n % 100 == 0:
            print("iter %d, loss: %f" % (n, cost))
        p += batch_size * seq_length
        n += 1
