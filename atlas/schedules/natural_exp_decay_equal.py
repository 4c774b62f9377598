import numpy as np
import tensorflow as tf


def trace():
    """The rate at steps 0, 1, 5, 9, 10, 11 and 25, for a decay over 10 steps."""
    rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, np.exp(-0.5))
    for value in [0, 1, 5, 9, 10, 11, 25]:
        yield {"rate": rate(value).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
