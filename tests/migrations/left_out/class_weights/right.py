import numpy as np
import tensorflow as tf

x = np.sin(np.arange(60.0)).reshape(12, 5).astype(np.float32)
lab = (np.arange(12) % 3).astype(np.int64)
cw = np.array([1.0, 2.0, 4.0], np.float32)[lab]
W = tf.Variable(0.1 * np.cos(np.arange(15.0)).reshape(5, 3).astype(np.float32))
b = tf.Variable(tf.zeros([3]))
opt = tf.keras.optimizers.SGD(0.5)
ce = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = ce(lab, tf.matmul(x, W) + b, sample_weight=cw)
    print("step %d loss %.6f" % (i, loss))
    opt.apply_gradients(zip(tape.gradient(loss, [W, b]), [W, b]))
