# A net is a function that stacks what another function makes, and names what it gives back.
import numpy as np
import tensorflow as tf


def layer(inputs, shape):
    w = tf.get_variable("w", shape, initializer=tf.random_normal_initializer(stddev=(2.0 / shape[0]) ** 0.5))
    b = tf.get_variable("b", shape[1:], initializer=tf.constant_initializer(0.1))
    return tf.nn.relu(tf.matmul(inputs, w) + b)


def inference(x):
    with tf.variable_scope("first"):
        first = layer(x, [4, 6])
    with tf.variable_scope("output"):
        output = layer(first, [6, 3])
    return output


rows = np.random.RandomState(5).rand(30, 4).astype("float32")
with tf.Graph().as_default():
    x = tf.placeholder("float", [None, 4])
    y = tf.placeholder("float", [None, 3])
    output = inference(x)
    cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=output, labels=y))
    train_op = tf.train.MomentumOptimizer(0.1, 0.9).minimize(cost)
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    for step in range(8):
        feed_dict = {x: rows, y: np.eye(3)[np.arange(30) % 3]}
        sess.run(train_op, feed_dict=feed_dict)
        print(step, sess.run(cost, feed_dict=feed_dict))
