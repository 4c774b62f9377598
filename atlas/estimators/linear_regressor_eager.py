import numpy as np
import tensorflow as tf


def trace():
    """A line through eight points, ten steps on all of them; mean squared error, weight and bias after that."""
    tf.keras.backend.clear_session()
    x = np.linspace(-1, 1, 8, dtype=np.float32).reshape(8, 1)
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="zeros", input_shape=(1,))])
    model.compile(tf.keras.optimizers.Ftrl(0.2), "mse")
    for _ in range(10):
        model.train_on_batch(x, 3 * x + 1)
    w, b = model.get_weights()
    yield {"loss": np.float32(np.mean(np.square(w * x + b - (3 * x + 1)))), "w": w, "b": b}


if __name__ == "__main__":
    for record in trace():
        print(record)
