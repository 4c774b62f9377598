import numpy as np
import tensorflow as tf

xs = np.linspace(-2.0, 2.0, 40).reshape(20, 2).astype(np.float32)
ys = np.array([0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1], np.float32)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(3, activation="tanh", input_shape=(2,), kernel_initializer="ones"),
        tf.keras.layers.Dense(1, activation="sigmoid", kernel_initializer="ones"),
    ]
)
model.compile(optimizer=tf.keras.optimizers.SGD(0.5), loss="binary_crossentropy")
weights = {0: 1.0, 1: 4.0}
held_back = np.array([weights[int(y)] for y in ys[15:]], np.float32)
history = model.fit(
    xs[:15],
    ys[:15],
    batch_size=5,
    epochs=4,
    verbose=0,
    shuffle=False,
    class_weight=weights,
    validation_data=(xs[15:], ys[15:], held_back),
).history
for epoch in range(4):
    print("epoch %d loss %.5f val_loss %.5f" % (epoch, history["loss"][epoch], history["val_loss"][epoch]))
