import numpy as np
import tensorflow as tf

a, b = tf.Variable([4.0, -3.0]), tf.Variable(2.0)
optimizer = tf.keras.optimizers.SGD(0.25, clipnorm=2.0)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(a)) + 5 * tf.square(b)
    print("step %d loss %.5f b %.5f" % (i, loss, b))
    optimizer.apply_gradients(zip(tape.gradient(loss, [a, b]), [a, b]))
