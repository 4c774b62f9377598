import numpy as np
import tensorflow as tf

x = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
real = np.cos(np.arange(20.0)).astype(np.float32).reshape(10, 2)
c = tf.keras.initializers.Constant
maker = tf.keras.Sequential([tf.keras.layers.Dense(2, kernel_initializer=c(0.1))])
critic = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(3, "tanh", kernel_initializer=c(0.3)),
        tf.keras.layers.Dense(1, kernel_initializer=c(0.2)),
    ]
)
optimizers = [tf.keras.optimizers.SGD(0.1), tf.keras.optimizers.SGD(0.1)]
for i in range(6):
    with tf.GradientTape() as tape:
        one = tf.reduce_mean(tf.square(critic(real) - 1.0)) + tf.reduce_mean(tf.square(critic(maker(x))))
    v = critic.trainable_variables
    optimizers[0].apply_gradients(zip(tape.gradient(one, v), v))
    with tf.GradientTape() as tape:
        two = tf.reduce_mean(tf.square(critic(maker(x)) - 1.0))
    v = maker.trainable_variables + critic.trainable_variables
    optimizers[1].apply_gradients(zip(tape.gradient(two, v), v))
    print("step %d critic %.6f maker %.6f" % (i, one, two))
