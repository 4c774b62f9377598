import numpy as np
import tensorflow as tf

rs = np.random.RandomState(21)
A = rs.normal(size=(50, 4))
coef = np.array([0.5, -1.0, 2.0, 0.0])
B = A.dot(coef) + 0.01 * rs.normal(size=50)
a = tf.constant(A, tf.float32)
t = tf.constant(B, tf.float32)

w = tf.Variable(np.zeros(4, dtype=np.float32))
lr = tf.keras.optimizers.schedules.PiecewiseConstantDecay([6, 12], [0.05, 0.02, 0.005])
optimizer = tf.keras.optimizers.SGD(lr, momentum=0.9)

for i in range(24):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.reduce_sum(a * w, 1) - t))
    grad = tape.gradient(loss, w)
    optimizer.apply_gradients([(grad, w)])
    print("Iteration: {:>3} | Loss: {:.6e} | w: {}".format(i, loss.numpy(), np.round(w.numpy(), 5)))
