import tensorflow as tf


def trace():
    """Six updates with gradient 1: w falls by the rate that each update used; boundaries 1 and 3."""
    w = tf.Variable(0.0)
    rate = tf.keras.optimizers.schedules.PiecewiseConstantDecay([1, 3], [1.0, 0.1, 0.01])
    optimizer = tf.keras.optimizers.SGD(rate)
    for _ in range(6):
        optimizer.apply_gradients([(tf.constant(1.0), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
