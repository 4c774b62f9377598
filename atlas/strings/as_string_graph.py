import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Floats as texts, plainly, shortest and with two digits, and texts as numbers."""
    x = tf.constant([1.0, 0.1, 1e20, -0.0, float("nan"), 1e-10])
    texts = [tf.as_string(x), tf.as_string(x, shortest=True), tf.as_string(x, precision=2)]
    numbers = tf.string_to_number(tf.constant(["1.5", "1e3", "inf", "0.1"]))

    with tf.Session() as sess:
        values = sess.run([*texts, numbers])
    yield {"plain": values[0], "shortest": values[1], "two": values[2], "numbers": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
