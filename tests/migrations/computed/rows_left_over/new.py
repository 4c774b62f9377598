import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 40).astype(np.float32).reshape(20, 2)
y = (x[:, :1] * x[:, 1:]).astype(np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,))])
model.set_weights([np.array([[0.5], [0.25]]), np.zeros(1)])
model.compile(tf.keras.optimizers.SGD(0.25), "mse")
history = model.fit(x, y, batch_size=8, epochs=4, shuffle=False, verbose=0)
for epoch, loss in enumerate(history.history["loss"]):
    print("epoch %d loss %.5f" % (epoch, loss))
