import numpy as np
import tensorflow as tf

rows = np.array([[1.0, 0.5], [-0.5, 2.0], [0.25, -1.0]], np.float32)
student = tf.Variable([[0.1, -0.2, 0.3], [0.2, 0.1, -0.4]])
teacher = tf.Variable([[1.0, -1.0, 0.5], [0.5, 0.25, -0.75]])
given = tf.nn.softmax(tf.matmul(rows, teacher))
loss = tf.reduce_mean(
    tf.nn.softmax_cross_entropy_with_logits(labels=given, logits=tf.matmul(rows, student))
) + 0.1 * tf.reduce_mean(tf.square(given))
step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(5):
        print("step", i, "loss %.6f" % session.run([loss, step])[0])
