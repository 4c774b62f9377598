import numpy as np
import tensorflow as tf

x = np.array([[1.0, 2.0], [0.5, -1.0], [2.0, 0.0], [-1.0, 1.0]], np.float32)
y = np.array([[1.0], [0.0], [1.5], [-0.5]], np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), kernel_initializer="ones")])
model.compile(loss="mse", optimizer=tf.keras.optimizers.SGD(learning_rate=tf.keras.optimizers.schedules.InverseTimeDecay(0.1, 1, 0.2), momentum=0.5))
history = model.fit(x, y, batch_size=2, epochs=4, shuffle=False, verbose=0)
for epoch, loss in enumerate(history.history["loss"]):
    print("epoch", epoch, "loss %.5f" % loss)
