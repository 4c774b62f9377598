import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Four bytes as uint8, and as two int16, the low byte first."""
    raw = tf.constant([b"\x01\x02\x00\xff"])

    with tf.Session() as sess:
        yield {"numbers": sess.run(tf.decode_raw(raw, tf.uint8))}
        yield {"numbers": sess.run(tf.decode_raw(raw, tf.int16))}


if __name__ == "__main__":
    for record in trace():
        print(record)
