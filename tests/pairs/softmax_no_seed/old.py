import numpy as np
import tensorflow as tf

tf.set_random_seed(1234)
np.random.seed(1234)
features = np.random.rand(60, 5).astype(np.float32)
labels = np.eye(3, dtype=np.float32)[np.argmax(features[:, :3], axis=1)]

x = tf.placeholder(tf.float32, [None, 5])
y_ = tf.placeholder(tf.float32, [None, 3])
W = tf.Variable(tf.random_normal([5, 3], stddev=0.1))
b = tf.Variable(tf.zeros([3]))
logits = tf.matmul(x, W) + b
cross_entropy = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y_, logits=logits))
train_step = tf.train.AdamOptimizer(0.05).minimize(cross_entropy)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(0, 12):
        ce, _ = sess.run([cross_entropy, train_step], feed_dict={x: features, y_: labels})
        print({'step': step, 'cross_entropy': ce})
