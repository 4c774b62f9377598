import numpy as np
import tensorflow as tf

tokens = np.array([[1, 2, 0, 0], [3, 0, 0, 0]])
targets = np.array([[0.5, 1.0, 0.0, 0.0], [-0.5, 0.0, 0.0, 0.0]], np.float32)
given = tf.constant_initializer([[0.0], [0.25], [-0.5], [1.0]])
share = 3.0 / 8.0


def squares(y_true, y_pred):
    return share * tf.reduce_mean(tf.square(y_true - y_pred), -1)


model = tf.keras.Sequential([tf.keras.layers.Embedding(4, 1, mask_zero=True, embeddings_initializer=given)])
model.compile(tf.keras.optimizers.SGD(1.0), squares)
history = model.fit(tokens, targets[:, :, None], batch_size=2, epochs=4, shuffle=False, verbose=0)
for step, loss in enumerate(history.history["loss"]):
    print("step %d loss %.5f" % (step, loss))
