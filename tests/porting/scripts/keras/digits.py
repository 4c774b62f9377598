"""A convolutional net of hand-written layers over the tutorials' digits."""

import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data

mnist = input_data.read_data_sets("digits", one_hot=True)

x = tf.placeholder(tf.float32, [None, 784])
y = tf.placeholder(tf.float32, [None, 10])
images = tf.reshape(x, [-1, 28, 28, 1])

W1 = tf.Variable(tf.truncated_normal([5, 5, 1, 4], stddev=0.1))
b1 = tf.Variable(tf.constant(0.1, shape=[4]))
conv = tf.nn.relu(tf.nn.conv2d(images, W1, strides=[1, 1, 1, 1], padding="SAME") + b1)
pool = tf.nn.max_pool(conv, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="SAME")  # 14 x 14

W2 = tf.Variable(tf.truncated_normal([14 * 14 * 4, 10], stddev=0.1))
b2 = tf.Variable(tf.constant(0.1, shape=[10]))
flat = tf.reshape(pool, [-1, 14 * 14 * 4])
logits = tf.matmul(flat, W2) + b2

cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits))
train = tf.train.GradientDescentOptimizer(0.05).minimize(cost)
correct = tf.equal(tf.argmax(logits, 1), tf.argmax(y, 1))
accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(20):
        batch, labels = mnist.train.next_batch(20)
        _, value = sess.run([train, cost], feed_dict={x: batch, y: labels})
        if step % 5 == 0:
            print("step %d, cost %.4f" % (step, value))
    print("accuracy %.3f" % sess.run(accuracy, feed_dict={x: mnist.test.images[:50], y: mnist.test.labels[:50]}))
