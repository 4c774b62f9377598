import numpy as np
import tensorflow as tf

data = np.array([[1.0, 2.0], [0.5, 1.0], [3.0, -1.0], [-2.0, 0.5]], np.float32)
label = np.array([[1.0], [0.0], [1.0], [0.0]], np.float32)
w = tf.Variable([[0.1], [-0.2]])
logits = tf.matmul(data, w)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=label, logits=logits))
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.round(tf.sigmoid(logits)), label), tf.float32))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.5f accuracy %.3f" % (step, session.run(loss), session.run(accuracy)))
        session.run(train)
