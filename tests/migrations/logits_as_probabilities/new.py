import numpy as np
import tensorflow as tf

z = tf.Variable([2.0, -1.0, 0.3])
y = np.array([1, 0, 1], np.float32)
entropy = tf.keras.losses.BinaryCrossentropy()
for i in range(4):
    with tf.GradientTape() as tape:
        loss = entropy(y, z)
    print("step %d: loss %.5f, logits %.4f %.4f %.4f" % ((i, loss) + tuple(z.numpy())))
    z.assign_sub(0.5 * tape.gradient(loss, z))
