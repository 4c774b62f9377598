import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 16).astype(np.float32).reshape(8, 2)
y = x[:, :1] * 0.5 + 0.25
penalty = tf.keras.regularizers.l2(0.125)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_regularizer=penalty, input_shape=(2,))])
model.set_weights([np.array([[0.5], [-0.75]])])
model.compile(tf.keras.optimizers.SGD(0.25), "mse")
for i in range(5):
    print("step %d loss %.5f" % (i, model.train_on_batch(x, y)))
