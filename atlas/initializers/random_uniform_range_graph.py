import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Standard deviation in thousandths and largest size in hundredths of a 300x200 matrix drawn with seed 1."""
    values = tf.random_uniform_initializer(seed=1)([300, 200])
    with tf.Session() as sess:
        matrix = sess.run(values)
        yield {"deviation": int(1000 * matrix.std() + 0.5), "largest": int(100 * np.abs(matrix).max() + 0.5)}


if __name__ == "__main__":
    for record in trace():
        print(record)
