import numpy as np
import tensorflow as tf

x = np.linspace(-2.0, 2.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 3.0 + 5.0).astype(np.float32)
inputs = tf.placeholder(tf.float32, [None, 3])
targets = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(tf.matmul(inputs, w) + b - targets))
optimizer = tf.train.GradientDescentOptimizer(0.05)
gradients, variables = zip(*optimizer.compute_gradients(loss, [w, b]))
gradients = [tf.clip_by_value(each, -1.0, 1.0) for each in gradients]
train = optimizer.apply_gradients(zip(gradients, variables))

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.6f" % (step, session.run(loss, {inputs: x, targets: y})))
        session.run(train, {inputs: x, targets: y})
    print("w %.6f %.6f %.6f" % tuple(session.run(w)[:, 0]))
