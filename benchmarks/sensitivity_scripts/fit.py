# A small model by Keras' fit, in order.
import numpy as np
import tensorflow as tf

random = np.random.RandomState(9)
x = random.randn(60, 3).astype(np.float32)
y = x.dot(np.array([[1.0], [-2.0], [0.5]], np.float32)) + 0.1 * random.randn(60, 1).astype(np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(8, activation="tanh"), tf.keras.layers.Dense(1)])
model.build((None, 3))
model.set_weights([0.3 * random.randn(*each.shape).astype(np.float32) for each in model.get_weights()])
model.compile(tf.keras.optimizers.SGD(0.01, momentum=0.9), "mse")
history = model.fit(x, y, epochs=60, batch_size=20, shuffle=False, verbose=0)
for epoch, loss in enumerate(history.history["loss"]):
    if epoch % 3 == 0:
        print("epoch", epoch, "loss %.8f" % loss)
