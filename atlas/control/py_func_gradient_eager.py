import tensorflow as tf


def trace():
    """A square computed by a Python function, and its gradient."""
    x = tf.constant(3.0)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.py_function(lambda value: value * value, [x], tf.float32)
    gradient = tape.gradient(y, x)
    yield {"y": y.numpy(), "gradient": "None" if gradient is None else str(gradient.numpy())}


if __name__ == "__main__":
    for record in trace():
        print(record)
