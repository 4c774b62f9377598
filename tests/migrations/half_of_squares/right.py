import numpy as np
import tensorflow as tf

w = tf.Variable([1.0, -2.0])
penalty = tf.keras.regularizers.l2(0.05)
for i in range(5):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w - 3.0)) + penalty(w)
    print("step %d: loss %.5f, w %.5f %.5f" % ((i, loss) + tuple(w.numpy())))
    w.assign_sub(0.1 * tape.gradient(loss, w))
