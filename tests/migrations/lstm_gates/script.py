import numpy as np
import tensorflow as tf

x = np.array([[[1.0, -0.5], [0.3, 2.0], [-1.0, 1.0]]], np.float32)
inputs = tf.keras.layers.Input(shape=(3, 2))
model = tf.keras.models.Model(inputs, tf.keras.layers.LSTM(2, return_sequences=True)(inputs))
model.set_weights(
    [((np.arange(w.size) % 5 - 2) / 4.0).astype(np.float32).reshape(w.shape) for w in model.get_weights()]
)
for t, h in enumerate(model.predict(x, verbose=0)[0]):
    print("t=%d h %.5f %.5f" % (t, h[0], h[1]))
