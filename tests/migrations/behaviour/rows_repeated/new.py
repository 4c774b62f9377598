import numpy as np
import tensorflow as tf

words = np.array([[1, 1, 2, 3], [3, 2, 1, 2]])
wanted = np.array([0.0, 2.0], np.float32)
table = tf.Variable(np.linspace(-1.0, 1.0, 8).reshape(4, 2).astype(np.float32))
weights = tf.constant([[1.0, -0.5], [0.25, 0.75], [-1.0, 0.5], [0.5, 0.5]])
optimizer = tf.keras.optimizers.Adam(0.125)
for step in range(5):
    with tf.GradientTape() as tape:
        predicted = tf.reduce_sum(tf.nn.embedding_lookup(table, words) * weights, axis=[1, 2])
        loss = tf.reduce_mean(tf.square(predicted - wanted))
    optimizer.apply_gradients([(tape.gradient(loss, table), table)])
    print("step %d loss %.4f" % (step, float(loss)))
