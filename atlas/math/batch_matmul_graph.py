import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two products of 1x2 and 2x1."""
    x, y = tf.reshape(tf.range(1.0, 5.0), [2, 1, 2]), tf.reshape(tf.range(5.0, 9.0), [2, 2, 1])

    with tf.Session() as sess:
        yield {"products": sess.run(tf.batch_matmul(x, y))}


if __name__ == "__main__":
    for record in trace():
        print(record)
