import numpy as np
import tensorflow as tf
data = np.array([[3.0, 10.0], [5.0, 14.0], [6.0, 18.0], [10.0, 30.0]], np.float32)
label = np.array([[0.0], [1.0], [1.0], [3.0]], np.float32)
model = tf.keras.Sequential(
    [tf.keras.layers.BatchNormalization(momentum=0.8), tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Constant(0.3))]
)
model.build((None, 2))
opt = tf.keras.optimizers.SGD(0.001)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(data, training=True) - label))
    v = model.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, v), v))
    validation = tf.reduce_mean(tf.square(model(data) - label))
    print("step %d loss %.6f validation %.6f" % (i, loss.numpy(), validation.numpy()))
