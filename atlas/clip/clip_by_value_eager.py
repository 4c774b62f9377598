import tensorflow as tf


def trace():
    """Values and gradients below, at and above the bounds -1 and 1, and of NaN."""
    x = tf.constant([-2.0, -1.0, 0.5, 1.0, 2.0, float("nan"), float("inf")])
    with tf.GradientTape() as tape:
        tape.watch(x)
        clipped = tf.clip_by_value(x, -1.0, 1.0)
    yield {"clipped": clipped.numpy(), "gradient": tape.gradient(clipped, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
