import numpy as np
import tensorflow as tf

series = np.sin(np.arange(19) * 0.7).astype(np.float32)
four_tenths = tf.constant_initializer(0.4)
layer = tf.keras.layers.SimpleRNN(2, kernel_initializer=four_tenths, recurrent_initializer=four_tenths)
layer.build((1, 3, 1))
w = tf.Variable([[0.5], [-0.25]])
optimizer = tf.keras.optimizers.SGD(0.1)
for i in range(6):
    x, y = series[3 * i : 3 * i + 3].reshape(1, 3, 1), series[3 * i + 3].reshape(1, 1)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(layer(x), w) - y))
    trained = layer.trainable_variables + [w]
    optimizer.apply_gradients(zip(tape.gradient(loss, trained), trained))
    print("segment %d loss %.5f" % (i, loss.numpy()))
