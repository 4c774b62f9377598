import tensorflow as tf


def trace():
    """Three steps with gradient 1 at rate 1, which decays, from 0."""
    w = tf.Variable(0.0)
    optimizer = tf.keras.optimizers.SGD(tf.keras.optimizers.schedules.InverseTimeDecay(1.0, 1, 1.0))
    for _ in range(3):
        optimizer.apply_gradients([(tf.constant(1.0), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
