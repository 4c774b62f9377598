import tensorflow as tf


def trace():
    """The gradient is taken but never applied: w stays 5."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for _ in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        # Here TF2 computes the step at once, too, but a new tensor is all that comes of it: w.assign_sub is missing.
        step = 0.2 * gradient  # noqa: F841
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record["w"])
