import os
import tempfile

import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 8).reshape(4, 2).astype(np.float32)
y = np.array([[1.0], [0.0], [0.5], [2.0]], np.float32)
path = os.path.join(tempfile.mkdtemp(), "state")


def made():
    w, b = tf.Variable([[0.5], [-0.5]]), tf.Variable([0.1])
    optimizer = tf.keras.optimizers.SGD(0.1, momentum=0.8)
    return w, b, optimizer, tf.train.Checkpoint(w=w, b=b)


w, b, optimizer, checkpoint = made()
for step in range(6):
    if step == 3:
        checkpoint.write(path)
        w, b, optimizer, checkpoint = made()
        checkpoint.read(path)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - y))
    optimizer.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    print("step %d loss %.5f" % (step, loss.numpy()))
