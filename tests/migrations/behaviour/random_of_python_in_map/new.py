import random

import numpy as np
import tensorflow as tf

random.seed(5)
w = tf.Variable(1.0)
values = tf.data.Dataset.from_tensor_slices(np.array([1.0, 2.0, 0.5, 1.5, 0.2, 0.9], np.float32))
for step, value in enumerate(values.map(lambda v: v + random.gauss(0, 0.1))):
    with tf.GradientTape() as tape:
        loss = tf.square(w * value - 1.0)
    w.assign_sub(0.05 * tape.gradient(loss, w))
    print("step %d loss %.5f" % (step, loss.numpy()))
