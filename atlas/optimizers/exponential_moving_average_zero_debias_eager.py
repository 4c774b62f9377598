import tensorflow as tf


def trace():
    """The average with zero_debias=True of a tensor (in eager mode a variable) that is 1, 2 and 5."""
    w = tf.Variable(0.0)
    average = tf.train.ExponentialMovingAverage(0.9, zero_debias=True)
    for number in [1.0, 2.0, 5.0]:
        w.assign(number)
        average.apply([w])
        yield {"average": average.average(w).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
