import tensorflow as tf


def trace():
    """A square computed by a NumPy function, and its gradient."""
    x = tf.constant(3.0)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.numpy_function(lambda value: value * value, [x], tf.float32)
    yield {"y": y.numpy(), "gradient": str(tape.gradient(y, x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
