import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Whether one initializer without a seed gives the same numbers twice."""
    initializer = tf.glorot_uniform_initializer()
    first, second = initializer([2, 3]), initializer([2, 3])
    with tf.Session() as sess:
        one, two = sess.run([first, second])
        yield {"alike": np.array_equal(one, two)}


if __name__ == "__main__":
    for record in trace():
        print(record)
