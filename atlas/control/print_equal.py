import tensorflow as tf


def trace():
    """What comes out of printing 1 and 2, and the numbers themselves."""
    x = tf.constant([1.0, 2.0])
    tf.print("x is", x)
    yield {"printed": str(x.numpy().tolist())}


if __name__ == "__main__":
    for record in trace():
        print(record)
