import tensorflow as tf


def trace():
    """Four bytes as uint8, and as two int16, the low byte first."""
    raw = tf.constant([b"\x01\x02\x00\xff"])
    yield {"numbers": tf.io.decode_raw(raw, tf.uint8).numpy()}
    yield {"numbers": tf.io.decode_raw(raw, tf.int16).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
