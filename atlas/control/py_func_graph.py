import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A NumPy function of two arrays that gives a float32 and an int64."""
    x, y = tf.constant([1.5, 2.5]), tf.constant([1, 2], tf.int64)
    scaled, total = tf.py_func(lambda x, y: (2 * x, y.sum()), [x, y], [tf.float32, tf.int64])

    with tf.Session() as sess:
        values = sess.run([scaled, total])
    yield {"scaled": values[0], "total": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
