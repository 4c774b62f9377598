import tensorflow as tf


def trace():
    """-7/2, 7/2, -7/-2 and 7/-2 in int32, and -7/2 in float32."""
    x, y = tf.constant([-7, 7, -7, 7]), tf.constant([2, 2, -2, -2])
    yield {"wholes": tf.divide(x, y).numpy(), "floats": tf.divide(tf.constant(-7.0), tf.constant(2.0)).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
