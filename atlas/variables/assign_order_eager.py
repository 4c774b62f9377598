import tensorflow as tf


def trace():
    """The double of a variable after an assignment."""
    w = tf.Variable(1.0)
    w.assign(10.0)
    double = 2 * w
    yield {"double": double.numpy(), "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
