import tensorflow as tf


def trace():
    """Loss and gradient for probabilities 0, 1e-8, 0.3 and 1."""
    for probability, truth in [(0.0, 0.0), (0.0, 1.0), (1e-8, 1.0), (0.3, 0.0), (0.3, 1.0), (1.0, 1.0)]:
        p = tf.constant([[probability]])
        y = tf.constant([[truth]])
        with tf.GradientTape() as tape:
            tape.watch(p)
            loss = tf.reduce_mean(-y * tf.math.log(p + 1e-7) - (1 - y) * tf.math.log(1 - p + 1e-7))
        yield {"loss": loss.numpy(), "gradient": tape.gradient(loss, p).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
