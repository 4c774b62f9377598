import tensorflow as tf


def trace():
    """The average with num_updates of a variable that is 0 first, and then 1, 2 and 5."""
    step = tf.Variable(0.0)
    w = tf.Variable(0.0)
    average = tf.train.ExponentialMovingAverage(0.9, num_updates=step)
    average.apply([w])
    for number in [1.0, 2.0, 5.0]:
        w.assign(number)
        average.apply([w])
        step.assign_add(1.0)
        yield {"average": average.average(w).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
