import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 16).reshape(8, 2).astype(np.float32)
y = np.cos(x.sum(axis=1, keepdims=True)).astype(np.float32)
model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=tf.constant_initializer([[0.5], [-0.5]]))]
)
model.compile(tf.keras.optimizers.SGD(0.1), "mse")
history = model.fit(x, y, batch_size=8, epochs=4, shuffle=False, validation_split=0.25, verbose=0)
for epoch, loss in enumerate(history.history["loss"]):
    print("epoch %d loss %.5f" % (epoch, loss))
