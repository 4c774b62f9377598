import tensorflow as tf


def trace():
    """The average with zero_debias=True of a tensor (in eager mode a variable) that is 1, 2 and 5."""
    w = tf.Variable(0.0)
    average = tf.train.ExponentialMovingAverage(0.9)
    average.apply([w])
    for n, number in enumerate([1.0, 2.0, 5.0], 1):
        w.assign(number)
        average.apply([w])
        yield {"average": (average.average(w) / (1 - 0.9**n)).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
