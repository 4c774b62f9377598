import numpy as np
import tensorflow as tf

rate = tf.keras.optimizers.schedules.PolynomialDecay(0.1, 10, power=2.0)
for i in range(0, 12, 3):
    print("step %d rate %.6f" % (i, rate(i)))
