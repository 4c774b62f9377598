import numpy as np
import tensorflow as tf

xs = np.linspace(0.0, 1.0, 16, dtype=np.float32)[:, None]
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
for epoch in range(4):
    if epoch == 2:
        model.optimizer.learning_rate = 0.01
    model.train_on_batch(xs, 3.0 * xs)
    print("epoch %d w %.4f" % (epoch, model.get_weights()[0][0, 0]))
