import numpy as np
import tensorflow as tf

rows, labels = np.float32(np.sin(np.arange(12.0)).reshape(6, 2)), np.float32([[1], [0], [1], [1], [0], [0]])
w = tf.Variable(np.float32([[0.5], [-0.75]]))
entropy = tf.keras.losses.BinaryCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.SGD(0.5)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = entropy(tf.matmul(rows, w), labels)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step %d loss %.5f" % (i, loss))
