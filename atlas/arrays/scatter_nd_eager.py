import tensorflow as tf


def trace():
    """Four updates into five places, two of them into the same one: they add up."""
    yield {"scattered": tf.scatter_nd([[1], [3], [1], [4]], [1.0, 2.0, 10.0, 4.0], [5]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
