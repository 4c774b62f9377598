import tensorflow as tf


def trace():
    """Squares of 0 to 5, taken where they are used: the element and the double of the next one."""
    iterator = iter(tf.data.Dataset.range(6).map(lambda x: x * x))
    for _ in range(3):
        yield {"element": next(iterator).numpy(), "double": 2 * next(iterator).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
