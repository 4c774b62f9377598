import numpy as np
import tensorflow as tf

np.random.seed(3)
data = np.random.randn(40, 6).astype(np.float32)
target = np.random.randn(40, 1).astype(np.float32)
W1 = np.random.randn(6, 5).astype(np.float32) * 0.3
W2 = np.random.randn(5, 1).astype(np.float32) * 0.3

X = tf.placeholder(tf.float32, [None, 6])
Y = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope("body"):
    w1 = tf.get_variable("w", initializer=W1)
    b1 = tf.get_variable("b", shape=[5], initializer=tf.zeros_initializer())
with tf.variable_scope("head"):
    w2 = tf.get_variable("w", initializer=W2)
    b2 = tf.get_variable("b", shape=[1], initializer=tf.zeros_initializer())
hidden = tf.nn.relu(tf.matmul(X, w1) + b1)
out = tf.matmul(hidden, w2) + b2
cost = tf.reduce_mean(tf.square(out - Y))
body = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, "body")
head = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, "head")
grads = tf.tuple(tf.gradients(cost, body + head))
t1 = tf.train.GradientDescentOptimizer(0.01).apply_gradients(zip(grads[:2], body))
t2 = tf.train.GradientDescentOptimizer(0.1).apply_gradients(zip(grads[2:], head))
train = tf.group(t1, t2)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(12):
        print("epoch", epoch, "cost", sess.run(cost, {X: data, Y: target}))
        sess.run(train, {X: data, Y: target})
