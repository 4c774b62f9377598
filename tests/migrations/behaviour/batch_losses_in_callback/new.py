import numpy as np
import tensorflow as tf

data = np.linspace(0.0, 2.2, 20).reshape(20, 1).astype(np.float32)
target = np.sin(3 * data)
seen = []
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros", name="only")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mae")
report = tf.keras.callbacks.LambdaCallback(on_batch_end=lambda batch, logs: seen.append(logs["loss"]))
model.fit(data, target, batch_size=4, epochs=3, shuffle=False, verbose=0, callbacks=[report])
for batch, loss in enumerate(seen):
    print("batch", batch, "loss %.5f" % loss)
