import tensorflow as tf


def build():
    def normal(seed):
        return lambda shape, dtype: tf.random.normal(shape, dtype=dtype, seed=seed)

    return tf.keras.Sequential([
        tf.keras.layers.Dense(8, activation="tanh", kernel_initializer=normal(1)),
        tf.keras.layers.Dense(1, kernel_initializer=normal(2)),
    ])
