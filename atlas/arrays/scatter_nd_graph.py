import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Four updates into five places, two of them into the same one: they add up."""
    scattered = tf.scatter_nd([[1], [3], [1], [4]], [1.0, 2.0, 10.0, 4.0], [5])

    with tf.Session() as sess:
        yield {"scattered": sess.run(scattered)}


if __name__ == "__main__":
    for record in trace():
        print(record)
