import numpy as np
import tensorflow as tf

x = np.array([[3.0, -1.0], [2.0, 4.0], [-1.0, 0.5]], np.float32)
w = tf.Variable([[0.5], [-0.5]])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - 2.0))
optimizer = tf.train.GradientDescentOptimizer(0.1)
pairs = optimizer.compute_gradients(loss)
step = optimizer.apply_gradients([(tf.clip_by_value(gradient, -0.5, 0.5), variable) for gradient, variable in pairs])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(5):
        print("step", i, "loss %.6f" % session.run([loss, step])[0])
