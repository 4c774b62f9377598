import numpy as np
import tensorflow as tf


def trace():
    """Whether one initializer without a seed gives the same numbers twice."""
    initializer = tf.keras.initializers.GlorotUniform()
    one, two = initializer([2, 3]).numpy(), initializer([2, 3]).numpy()
    yield {"alike": np.array_equal(one, two)}


if __name__ == "__main__":
    for record in trace():
        print(record)
