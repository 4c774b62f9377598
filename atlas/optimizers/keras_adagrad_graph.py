import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three steps on w^2 from 1 with default arguments."""
    tf.keras.backend.clear_session()
    model = tf.keras.models.Sequential(
        [tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones", input_shape=(1,))]
    )
    model.compile(tf.keras.optimizers.Adagrad(), "mse")
    for _ in range(3):
        model.train_on_batch(np.ones((1, 1)), np.zeros((1, 1)))
        yield {"w": model.get_weights()[0][0, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
