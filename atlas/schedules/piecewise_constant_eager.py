import tensorflow as tf


def trace():
    """The rate one before, at and one after the boundaries 5 and 10."""
    rate = tf.keras.optimizers.schedules.PiecewiseConstantDecay([5, 10], [1.0, 0.5, 0.1])
    for value in [4, 5, 6, 9, 10, 11]:
        yield {"rate": rate(value).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
