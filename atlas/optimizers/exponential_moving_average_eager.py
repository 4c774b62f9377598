import tensorflow as tf


def trace():
    """The average with decay 0.9 of a variable that is 0 first, and then 1, 2 and 5."""
    w = tf.Variable(0.0)
    average = tf.train.ExponentialMovingAverage(0.9)
    for number in [1.0, 2.0, 5.0]:
        w.assign(number)
        average.apply([w])
        yield {"average": average.average(w).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
