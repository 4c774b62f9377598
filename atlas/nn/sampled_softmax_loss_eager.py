import tensorflow as tf


def trace():
    """Loss of two rows over six classes with three sampled ones, which are given."""
    given = (tf.constant([0, 2, 5], tf.int64), tf.constant([[0.5], [0.2]]), tf.constant([0.9, 0.4, 0.1]))
    weights = tf.reshape(tf.range(12.0) / 10, [6, 2])
    settings = {"labels": tf.constant([[1], [4]], tf.int64), "inputs": tf.constant([[1.0, 2.0], [-1.0, 0.5]])}
    loss = tf.nn.sampled_softmax_loss(
        weights, tf.zeros([6]), num_sampled=3, num_classes=6, sampled_values=given, **settings
    )
    yield {"loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
