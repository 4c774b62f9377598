import numpy as np
import tensorflow as tf

x = np.sin(np.arange(60.0)).reshape(12, 5).astype(np.float32)
labels = (np.arange(12) % 3).astype(np.int64)
w = tf.Variable(0.1 * np.cos(np.arange(15.0)).reshape(5, 3).astype(np.float32))
b = tf.Variable(tf.zeros([3]))
logits = tf.matmul(tf.constant(x), w) + b
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.6f" % (step, session.run(loss)))
        session.run(train)
