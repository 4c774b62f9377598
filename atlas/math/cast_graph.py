import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """What lies outside the type, NaN, infinity and -1.5 to int32 and uint8, and to float16 and bool."""
    x = tf.constant([1e20, -1e20, float("nan"), float("inf"), -1.5, 300.7, 255.5])
    few = tf.constant([65504.0, 65520.0, 1e-8, 0.1])

    with tf.Session() as sess:
        values = sess.run([tf.cast(x, tf.int32), tf.cast(x, tf.uint8), tf.cast(few, tf.float16), tf.cast(few, tf.bool)])
    yield {"int32": values[0], "uint8": values[1], "float16": values[2], "bool": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
