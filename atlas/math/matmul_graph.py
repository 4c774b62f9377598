import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Products of 3x100 and 100x3 numbers, transposed too, and of whole numbers."""
    x, y = tf.reshape(tf.cos(tf.range(300.0)), [3, 100]), tf.reshape(tf.sin(tf.range(300.0)), [100, 3])
    wholes = tf.matmul(tf.constant([[2, 3]]), tf.constant([[1000000000], [7]]))

    with tf.Session() as sess:
        values = sess.run([tf.matmul(x, y), tf.matmul(y, x, transpose_a=True, transpose_b=True), wholes])
    yield {"plain": values[0], "transposed": values[1], "wholes": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
