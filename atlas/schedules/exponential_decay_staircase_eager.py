import tensorflow as tf


def trace():
    """The rate at steps 0, 1, 5, 9, 10, 11 and 25, for a decay over 10 steps, in stairs."""
    rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5, staircase=True)
    for value in [0, 1, 5, 9, 10, 11, 25]:
        yield {"rate": rate(value).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
