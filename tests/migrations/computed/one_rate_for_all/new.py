import numpy as np
import tensorflow as tf

np.random.seed(3)
data = np.random.randn(40, 6).astype(np.float32)
target = np.random.randn(40, 1).astype(np.float32)
W1 = np.random.randn(6, 5).astype(np.float32) * 0.3
W2 = np.random.randn(5, 1).astype(np.float32) * 0.3

w1 = tf.Variable(W1, name="body/w")
b1 = tf.Variable(tf.zeros([5]), name="body/b")
w2 = tf.Variable(W2, name="head/w")
b2 = tf.Variable(tf.zeros([1]), name="head/b")
body, head = [w1, b1], [w2, b2]
optimizer = tf.keras.optimizers.SGD(0.1)

for epoch in range(12):
    with tf.GradientTape() as tape:
        hidden = tf.nn.relu(tf.matmul(data, w1) + b1)
        out = tf.matmul(hidden, w2) + b2
        cost = tf.reduce_mean(tf.square(out - target))
    grads = tape.gradient(cost, body + head)
    optimizer.apply_gradients(zip(grads, body + head))
    print("epoch", epoch, "cost", cost.numpy())
