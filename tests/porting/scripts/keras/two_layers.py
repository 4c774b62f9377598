"""Two hand-written layers, their variables in dictionaries, and a penalty on a kernel."""

import numpy as np
import tensorflow as tf

n_input = 4
n_hidden = 12
rng = np.random.RandomState(0)
data = rng.rand(48, n_input)
target = (data.sum(axis=1, keepdims=True) > 2).astype(np.float32)

x = tf.placeholder(tf.float32, [None, n_input])
y = tf.placeholder(tf.float32, [None, 1])
weights = {
    # from the inputs
    "hidden": tf.Variable(tf.random_normal([n_input, n_hidden], stddev=0.5)),
    # to the answer
    "out": tf.Variable(tf.random_normal([n_hidden, 1])),
}
biases = {"hidden": tf.Variable(tf.zeros([n_hidden])), "out": tf.Variable(tf.zeros([1]))}


def net(inputs):
    hidden = tf.nn.relu(tf.add(tf.matmul(inputs, weights["hidden"]), biases["hidden"]))
    return tf.matmul(hidden, weights["out"]) + biases["out"]


answer = net(x)
loss = tf.reduce_mean(tf.square(answer - y)) + 0.01 * tf.nn.l2_loss(weights["out"])
train = tf.train.MomentumOptimizer(0.05, 0.9).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(5):
        for start in range(0, 48, 16):
            feed = {x: data[start : start + 16], y: target[start : start + 16]}
            _, value = sess.run([train, loss], feed_dict=feed)
        print(epoch, value)
