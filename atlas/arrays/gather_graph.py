import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rows 1, 0 and 1 of a matrix; the gradient of the row that is taken twice is the sum of both."""
    x = tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    rows = tf.gather(x, [1, 0, 1])
    gradient = tf.gradients(tf.square(rows), x)[0]

    with tf.Session() as sess:
        values = sess.run([rows, tf.convert_to_tensor(gradient)])
    yield {"rows": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
