import numpy as np
import tensorflow as tf

rs = np.random.RandomState(1)
X = rs.rand(64, 3).astype(np.float32)
y = X.dot([[1.0], [2.0], [3.0]]).astype(np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.05), loss="mse")
history = model.fit(X, y, batch_size=8, epochs=6, verbose=0)
for epoch, loss in enumerate(history.history["loss"]):
    print("epoch", epoch, "loss", loss)
