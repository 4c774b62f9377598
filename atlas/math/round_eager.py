import tensorflow as tf


def trace():
    """Halves go to the even number; -0.5, 2.4999 and whole numbers; rint beside it."""
    x = tf.constant([0.5, 1.5, 2.5, -0.5, -2.5, 2.4999])
    yield {
        "round": tf.round(x).numpy(),
        "rint": tf.math.rint(x).numpy(),
        "wholes": tf.round(tf.constant([3, -4])).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
