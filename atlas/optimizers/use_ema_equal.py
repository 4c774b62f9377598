import tensorflow as tf


def trace():
    """The average with decay 0.9 of a weight that is 0 first, and that three updates make 1, 2 and 5."""
    w = tf.Variable(0.0)
    optimizer = tf.keras.optimizers.SGD(1.0)
    average = tf.train.ExponentialMovingAverage(0.9)
    average.apply([w])
    for number in [-1.0, -1.0, -3.0]:
        optimizer.apply_gradients([(tf.constant(number), w)])
        average.apply([w])
        yield {"average": average.average(w).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
