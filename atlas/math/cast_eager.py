import tensorflow as tf


def trace():
    """What lies outside the type, NaN, infinity and -1.5 to int32 and uint8, and to float16 and bool."""
    x = tf.constant([1e20, -1e20, float("nan"), float("inf"), -1.5, 300.7, 255.5])
    few = tf.constant([65504.0, 65520.0, 1e-8, 0.1])
    yield {
        "int32": tf.cast(x, tf.int32).numpy(),
        "uint8": tf.cast(x, tf.uint8).numpy(),
        "float16": tf.cast(few, tf.float16).numpy(),
        "bool": tf.cast(few, tf.bool).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
