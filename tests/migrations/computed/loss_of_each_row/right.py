import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 80).astype(np.float32).reshape(40, 2)
y = (x[:, :1] - 2 * x[:, 1:] + 0.5).astype(np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,))])
model.set_weights([np.array([[0.5], [0.25]]), np.zeros(1)])
optimizer = tf.keras.optimizers.SGD(0.0078125)
for i in range(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    print("step %d loss %.4f" % (i, loss))
