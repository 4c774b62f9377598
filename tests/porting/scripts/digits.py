# The data of the tutorials, whose loader asks for a seed, and a mask that is drawn.
import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data

tf.set_random_seed(5)
digits = input_data.read_data_sets("digits", one_hot=True)
x = tf.placeholder(tf.float32, [None, 784])
y = tf.placeholder(tf.float32, [None, 10])
keep = tf.placeholder(tf.float32)
w = tf.Variable(tf.random_normal([784, 10], stddev=0.1))
logits = tf.matmul(tf.nn.dropout(x, keep), w)
loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=logits, labels=y))
train = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(6):
        images, labels = digits.train.next_batch(20)
        value, _ = sess.run([loss, train], {x: images, y: labels, keep: 0.7})
        print("%d: %.4f" % (step, value))
