import numpy as np
import tensorflow as tf

ids = np.array([[3, 8, 1], [5, 5, 9], [2, 27, 14]], np.int32)
y = np.array([[1.], [0.], [1.]], np.float32)
table = tf.keras.layers.Embedding(30, 6)
dense = tf.keras.layers.Dense(1)
optimizer = tf.keras.optimizers.SGD(0.1)
for epoch in range(3):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(dense(tf.reduce_mean(table(ids), 1)) - y))
    weights = table.trainable_weights + dense.trainable_weights
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    print("epoch %d loss %.5f" % (epoch, loss.numpy()))
