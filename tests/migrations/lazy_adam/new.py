import numpy as np
import tensorflow as tf

rows = [[0, 2], [1, 1], [0, 3], [2, 3], [1, 0]]
table = tf.Variable([[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6], [0.7, 0.8]])
optimizer = tf.keras.optimizers.Adam(0.1, epsilon=1e-8)
for i, row in enumerate(rows):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.nn.embedding_lookup(table, row) - 1.0))
    optimizer.apply_gradients([(tape.gradient(loss, table), table)])
    print("step", i, "loss %.4f" % loss.numpy())
