import tensorflow as tf


def trace():
    """Tenths from 0 to 1, whose last numbers tell whether they are added up; whole numbers, and a step back."""
    values = [tf.range(0.0, 1.0, 0.1), tf.range(3), tf.range(5, 0, -2), tf.range(0, 3, 1.5)]
    tenths, wholes, back, mixed = (value.numpy() for value in values)
    yield {"tenths": tenths, "wholes": wholes, "back": back, "mixed": mixed}


if __name__ == "__main__":
    for record in trace():
        print(record)
