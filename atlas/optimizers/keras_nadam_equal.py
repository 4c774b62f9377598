import tensorflow as tf


def trace():
    """Three steps with a gradient of 2 from 1, in a graph and in a tf.function."""
    w = tf.Variable(1.0)
    optimizer = tf.keras.optimizers.Nadam(0.1)
    optimizer.build([w])

    @tf.function
    def step():
        optimizer.apply_gradients([(tf.constant(2.0), w)])

    for _ in range(3):
        step()
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
