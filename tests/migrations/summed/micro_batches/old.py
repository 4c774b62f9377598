import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 0.7 + 0.3).astype(np.float32)
inputs = tf.placeholder(tf.float32, [None, 3])
targets = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(tf.matmul(inputs, w) + b - targets))
optimizer = tf.train.GradientDescentOptimizer(0.05)
pairs = optimizer.compute_gradients(loss, [w, b])
sums = [tf.Variable(tf.zeros_like(each.initialized_value()), trainable=False) for _, each in pairs]
clear = [each.assign(tf.zeros_like(each)) for each in sums]
gather = [kept.assign_add(gradient) for kept, (gradient, _) in zip(sums, pairs)]
train = optimizer.apply_gradients([(kept / 4.0, each) for kept, (_, each) in zip(sums, pairs)])

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.6f" % (step, session.run(loss, {inputs: x, targets: y})))
        session.run(clear)
        for part in range(4):
            rows = slice(2 * part, 2 * part + 2)
            session.run(gather, {inputs: x[rows], targets: y[rows]})
        session.run(train)
