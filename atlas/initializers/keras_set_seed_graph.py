import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def kernel():
    tf.keras.backend.clear_session()
    with tf.Graph().as_default():
        tf.set_random_seed(1)
        layer = tf.keras.layers.Dense(3)
        layer(tf.ones([1, 2]))
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            return sess.run(layer.kernel)


def trace():
    """Whether the kernel of a Keras layer is the same twice after the same seed."""
    first = kernel()
    yield {"repeats": np.array_equal(first, kernel())}


if __name__ == "__main__":
    for record in trace():
        print(record)
