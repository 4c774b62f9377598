import numpy as np
import tensorflow as tf

xs = np.linspace(0.0, 1.0, 16, dtype=np.float32)[:, None]
rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=2, decay_rate=0.5, staircase=True)
optimizer = tf.keras.optimizers.SGD(rate)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="ones")])
model.compile(optimizer=optimizer, loss="mse")
for step in range(6):
    model.train_on_batch(xs, 3.0 * xs)
    print("step %d rate %.4f" % (step, float(rate(optimizer.iterations))))
print("w %.4f" % model.get_weights()[0][0, 0])
