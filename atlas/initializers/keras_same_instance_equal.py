import numpy as np
import tensorflow as tf


def trace():
    """Whether one initializer without a seed gives the same numbers twice."""
    one = tf.keras.initializers.GlorotUniform()([2, 3]).numpy()
    two = tf.keras.initializers.GlorotUniform()([2, 3]).numpy()
    yield {"alike": np.array_equal(one, two)}


if __name__ == "__main__":
    for record in trace():
        print(record)
