# A character model with the cells of tf.contrib.rnn and the loss of tf.contrib.seq2seq.
import numpy as np
import tensorflow as tf

text = "to port or not to port, that is the question "
letters = sorted(set(text))
codes = np.array([letters.index(each) for each in text])
rows = np.array([codes[at : at + 9] for at in range(len(codes) - 9)])

given = tf.placeholder(tf.int32, [None, 8])
wanted = tf.placeholder(tf.int32, [None, 8])
cells = [tf.contrib.rnn.BasicLSTMCell(12), tf.contrib.rnn.GRUCell(12)]
outputs, _ = tf.nn.dynamic_rnn(tf.contrib.rnn.MultiRNNCell(cells), tf.one_hot(given, len(letters)), dtype=tf.float32)
logits = tf.contrib.layers.fully_connected(outputs, len(letters), activation_fn=None)
loss = tf.contrib.seq2seq.sequence_loss(logits, wanted, tf.ones_like(wanted, tf.float32))
rate = tf.train.exponential_decay(0.1, tf.contrib.framework.get_or_create_global_step(), 10, 0.9)
train = tf.train.RMSPropOptimizer(rate).minimize(loss, global_step=tf.train.get_global_step())

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(10):
        value, _ = sess.run([loss, train], {given: rows[:, :-1], wanted: rows[:, 1:]})
        print("%d: %.4f" % (step, value))
