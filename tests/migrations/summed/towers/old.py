import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 0.7 + 0.3).astype(np.float32)
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
optimizer = tf.train.MomentumOptimizer(0.05, 0.9)
losses, gradients = [], []
for rows in (slice(0, 4), slice(4, 8)):
    losses.append(tf.reduce_mean(tf.square(tf.matmul(x[rows], w) + b - y[rows])))
    gradients.append([each for each, _ in optimizer.compute_gradients(losses[-1], [w, b])])
means = [(one + two) / 2.0 for one, two in zip(*gradients)]
train = optimizer.apply_gradients(zip(means, [w, b]))
loss = tf.add_n(losses) / 2.0

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.6f" % (step, session.run(loss)))
        session.run(train)
