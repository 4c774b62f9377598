import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A million times 0.1, ten thousand times 0.1 in float16, uint8 beyond 255, and a kept axis; one thread."""
    million = tf.reduce_sum(tf.fill([1000000], 0.1))
    halves = tf.reduce_sum(tf.cast(tf.fill([10000], 0.1), tf.float16))
    pixels = tf.reduce_sum(tf.constant([200, 200], tf.uint8))
    kept = tf.reduce_sum(tf.constant([[1.0, 2.0], [3.0, 5.0]]), 1, True)

    one = tf.ConfigProto(intra_op_parallelism_threads=1)
    with tf.Session(config=one) as sess:
        values = sess.run([million, halves, pixels, kept])
    yield {"million": values[0], "halves": values[1], "pixels": values[2], "kept": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
