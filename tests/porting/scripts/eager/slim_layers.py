# Layers of slim and of tf.contrib.layers, by the modules that scripts import them from.
import numpy as np
import tensorflow as tf
import tensorflow.contrib.slim as slim
from tensorflow.contrib.layers.python.layers import fully_connected

images = np.random.RandomState(3).rand(24, 8, 8, 1).astype("float32")
classes = np.arange(24) % 3
x = tf.placeholder(tf.float32, [None, 8, 8, 1])
y = tf.placeholder(tf.int32, [None])
net = slim.conv2d(x, 4, [3, 3], scope="first")
net = slim.max_pool2d(net, [2, 2], scope="pool")
net = slim.conv2d_transpose(net, 2, [3, 3], stride=2, activation_fn=tf.tanh)
net = slim.avg_pool2d(net, 3, stride=1, padding="SAME")
net = slim.flatten(net)
net = fully_connected(net, 6, weights_initializer=tf.truncated_normal_initializer(stddev=0.1))
weights = tf.Variable(tf.random_normal([6, 3], stddev=0.3))
hidden = slim.fully_connected(net, 6, activation_fn=None, biases_initializer=None)
logits = tf.nn.xw_plus_b(hidden, weights, tf.Variable(tf.zeros([3])))
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=y))
train = tf.train.AdamOptimizer(0.02).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(8):
        _, value = sess.run([train, loss], {x: images, y: classes})
        print(step, value)
    print(sess.run(logits, {x: images[:2]}))
