import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 16).astype(np.float32).reshape(16, 1)
y = (np.sin(5 * x) > -0.2).astype(np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
model.set_weights([np.array([[0.25]]), np.zeros(1)])
loss = tf.keras.losses.BinaryCrossentropy(from_logits=True)
model.compile(tf.keras.optimizers.SGD(0.5), loss, metrics=[tf.keras.metrics.BinaryAccuracy("accuracy", threshold=0.0)])
history = model.fit(x, y, batch_size=16, epochs=5, shuffle=False, verbose=0).history
for i in range(5):
    print("epoch %d loss %.5f accuracy %.4f" % (i, history["loss"][i], history["accuracy"][i]))
