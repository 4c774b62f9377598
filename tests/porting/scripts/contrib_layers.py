# Convolutions, batch norm and a regularizer by tf.contrib.layers, under an arg_scope.
import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope

images = np.random.RandomState(1).rand(32, 8, 8, 1).astype(np.float32)
kinds = (images.mean(axis=(1, 2, 3)) > 0.5).astype(np.int32)

x = tf.placeholder(tf.float32, [None, 8, 8, 1])
y = tf.placeholder(tf.int32, [None])
training = tf.placeholder(tf.bool)
with arg_scope([layers.conv2d], normalizer_fn=layers.batch_norm, normalizer_params={"is_training": training, "decay": 0.9}):
    net = layers.conv2d(x, 4, 3, scope="first")
    net = layers.conv2d(net, 8, [3, 3], stride=2, padding="VALID", scope="second")
net = layers.flatten(layers.max_pool2d(net, 2))
logits = layers.fully_connected(net, 2, activation_fn=None, weights_regularizer=layers.l2_regularizer(0.01))
loss = tf.losses.sparse_softmax_cross_entropy(y, logits) + tf.losses.get_regularization_loss()
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(12):
        _, value = sess.run([train, loss], {x: images, y: kinds, training: True})
        if step % 4 == 0:
            print("step %d loss %.5f" % (step, value))
    print("test loss %.5f" % sess.run(loss, {x: images, y: kinds, training: False}))
