import tensorflow as tf


def trace():
    """Running sums from the back."""
    x = tf.constant([1.0, 2.0, 3.0])
    yield {"y": tf.scan(lambda total, y: total + y, x, reverse=True).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
