import numpy as np
import tensorflow as tf

rng = np.random.RandomState(6)
X = rng.rand(30, 2).astype(np.float32)
Y = (X.sum(1, keepdims=True) > 1).astype(np.float32)
W1 = tf.Variable(rng.randn(2, 4).astype(np.float32))
W2 = tf.Variable(rng.randn(4, 1).astype(np.float32))
schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.5, 10, 0.9, staircase=True)
optimizer = tf.keras.optimizers.SGD(schedule)
for i in range(40):
    with tf.GradientTape() as tape:
        pred = tf.sigmoid(tf.matmul(tf.tanh(tf.matmul(X, W1)), W2))
        loss = tf.reduce_mean(tf.square(pred - Y))
    optimizer.apply_gradients(zip(tape.gradient(loss, [W1, W2]), [W1, W2]))
    if i % 4 == 0:
        print("Iter %d, loss %.5f" % (i, loss))
