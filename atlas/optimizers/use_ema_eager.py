import tensorflow as tf


def trace():
    """The average with decay 0.9 of a weight that is 0 first, and that three updates make 1, 2 and 5."""
    w = tf.Variable(0.0)
    optimizer = tf.keras.optimizers.SGD(1.0, use_ema=True, ema_momentum=0.9, ema_overwrite_frequency=None)
    for number in [-1.0, -1.0, -3.0]:
        optimizer.apply_gradients([(tf.constant(number), w)])
        weight = w.numpy()
        optimizer.finalize_variable_values([w])  # writes the average into w
        yield {"average": w.numpy()}
        w.assign(weight)


if __name__ == "__main__":
    for record in trace():
        print(record)
