import tensorflow as tf


def trace():
    """At -2.75, -1, 0, 1 and 2.75."""
    y = tf.clip_by_value(0.2 * tf.constant([-2.75, -1.0, 0.0, 1.0, 2.75]) + 0.5, 0.0, 1.0)
    yield {"y": y.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
