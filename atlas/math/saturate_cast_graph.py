import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """What lies outside the type, and -1.5, to uint8 and to int32, whose largest number is no float32."""
    x = tf.constant([1e20, -1e20, float("inf"), -1.5, 300.7, 255.5])

    with tf.Session() as sess:
        values = sess.run([tf.saturate_cast(x, tf.uint8), tf.saturate_cast(x, tf.int32)])
    yield {"uint8": values[0], "int32": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
