import numpy as np
import tensorflow as tf


def trace():
    """Three steps on w^2 from 1, the rate given by the old keyword."""
    tf.keras.backend.clear_session()
    model = tf.keras.models.Sequential(
        [tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones", input_shape=(1,))]
    )
    model.compile(tf.keras.optimizers.SGD(learning_rate=0.25), "mse")
    for _ in range(3):
        model.train_on_batch(np.ones((1, 1)), np.zeros((1, 1)))
        yield {"w": model.get_weights()[0][0, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
