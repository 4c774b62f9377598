import tensorflow as tf


def trace():
    """Floats to int32, cut towards zero; whole numbers and truths to float32."""
    yield {"cast": tf.cast(tf.constant([-1.5, 2.999, 1e10, float("nan")]), tf.int32).numpy()}
    yield {"cast": tf.cast(tf.constant([16777217, -3]), tf.float32).numpy()}
    yield {"cast": tf.cast(tf.constant([True, False]), tf.float32).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
