import tensorflow as tf


def trace():
    """Squares of 0 to 5, three elements taken once each, and their doubles."""
    iterator = iter(tf.data.Dataset.range(6).map(lambda x: x * x))
    for _ in range(3):
        element = next(iterator).numpy()
        yield {"element": element, "double": 2 * element}


if __name__ == "__main__":
    for record in trace():
        print(record)
