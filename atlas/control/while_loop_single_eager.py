import tensorflow as tf


def trace():
    """Doubling until 100: the shape of what the loop of one variable gives back."""
    doubled = tf.while_loop(lambda y: y < 100, lambda y: [2 * y], [tf.constant(3)])
    yield {"doubled": tf.convert_to_tensor(doubled).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
