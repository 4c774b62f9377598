import tensorflow as tf


def trace():
    """Values and gradients of a long vector, a short one, zeros, a NaN and an infinity, clipped to length 1."""
    for vector in ([3.0, -4.0], [0.03, -0.04], [0.0, 0.0], [float("nan"), 1.0], [float("inf"), 1.0]):
        x = tf.constant(vector)
        with tf.GradientTape() as tape:
            tape.watch(x)
            clipped = tf.clip_by_norm(x, 1.0)
        yield {"clipped": clipped.numpy(), "gradient": tape.gradient(clipped, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
