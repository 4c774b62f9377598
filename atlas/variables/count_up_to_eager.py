import tensorflow as tf


def trace():
    """A counter from 0, asked three times."""
    counter = tf.Variable(0)
    for _ in range(3):
        yield {"count": counter.assign_add(1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
