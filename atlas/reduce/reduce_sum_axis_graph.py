import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Sums of a 1000x3 matrix along its long axis, and of its transpose."""
    x = tf.reshape(tf.cast(tf.range(3000) * 37 % 101, tf.float32) / 101, [1000, 3])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.stack([tf.reduce_sum(x, 0), tf.reduce_sum(tf.transpose(x), 1)]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
