import numpy as np
import tensorflow as tf

data = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [9.0], [8.0]], np.float32)
target = np.array([[2.0], [1.0], [0.0], [3.0], [1.0], [7.0], [0.0]], np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Constant(0.5))])
model.compile(optimizer=tf.keras.optimizers.SGD(0.005), loss="mse")
history = model.fit(
    data[:6],
    target[:6],
    batch_size=3,
    epochs=4,
    shuffle=False,
    validation_data=(data[2:], target[2:]),
    verbose=0,
).history
for epoch in range(4):
    print("epoch %d loss %.5f val_loss %.5f" % (epoch, history["loss"][epoch], history["val_loss"][epoch]))
