import numpy as np
import tensorflow as tf


def trace():
    """How many of 1000 ones are kept, in hundreds, with 0.8 as the argument and defaults for the rest."""
    tf.random.set_seed(1)
    y = tf.keras.layers.Dropout(0.8, seed=1)(tf.ones([1000]))
    yield {"kept": np.round(np.count_nonzero(y) / 100)}


if __name__ == "__main__":
    for record in trace():
        print(record)
