import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 16).astype(np.float32).reshape(16, 1)
y = (np.sin(5 * x) > -0.2).astype(np.float32)
w = tf.Variable([[0.25]])
b = tf.Variable([0.0])
logits = tf.matmul(x, w) + b
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.round(tf.sigmoid(logits)), y), tf.float32))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print("epoch %d loss %.5f accuracy %.4f" % ((i,) + tuple(sess.run([loss, accuracy, train])[:2])))
