import tensorflow as tf


def trace():
    """The average of a variable that is 0, then 1, 2 and 5, decay 0.9."""
    w = tf.Variable(0.0)
    ema = tf.train.ExponentialMovingAverage(0.9)
    for number in (1.0, 2.0, 5.0):
        w.assign(number)
        ema.apply([w])
        yield {"average": ema.average(w).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
