import numpy as np
import tensorflow as tf

SEED = 42
X = np.random.RandomState(0).uniform(size=(32, 4)).astype(np.float32)
T = np.sin(X.sum(axis=1, keepdims=True)).astype(np.float32)

w1 = tf.Variable(tf.random.truncated_normal([4, 6], stddev=0.3, seed=SEED))
b1 = tf.Variable(tf.zeros([6]))
w2 = tf.Variable(tf.random.truncated_normal([6, 1], stddev=0.3, seed=SEED))
b2 = tf.Variable(tf.zeros([1]))
params = [w1, b1, w2, b2]

for i in range(30):
    with tf.GradientTape() as tape:
        h = tf.nn.tanh(tf.matmul(X, w1) + b1)
        loss = tf.reduce_mean(tf.square(tf.matmul(h, w2) + b2 - T))
    for p, g in zip(params, tape.gradient(loss, params)):
        p.assign_sub(0.1 * g)
    print("Step", i, "loss:", loss.numpy())
