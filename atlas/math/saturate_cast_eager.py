import tensorflow as tf


def trace():
    """What lies outside the type, and -1.5, to uint8 and to int32, whose largest number is no float32."""
    x = tf.constant([1e20, -1e20, float("inf"), -1.5, 300.7, 255.5])
    yield {"uint8": tf.saturate_cast(x, tf.uint8).numpy(), "int32": tf.saturate_cast(x, tf.int32).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
