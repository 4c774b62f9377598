import tensorflow as tf


def trace():
    """Loss and gradient for the label 0 and probabilities 1 and 0.9999999."""
    for probability, truth in [(1.0, 0.0), (0.9999999, 0.0)]:
        p = tf.constant([[probability]])
        y = tf.constant([[truth]])
        with tf.GradientTape() as tape:
            tape.watch(p)
            loss = tf.reduce_mean(-y * tf.math.log(p + 1e-7) - (1 - y) * tf.math.log(1 - p + 1e-7))
        yield {"loss": loss.numpy(), "gradient": tape.gradient(loss, p).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
