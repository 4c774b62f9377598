import tensorflow as tf


def trace():
    """Loss of two rows over six classes with three sampled ones: given, then drawn in a tf.function."""
    tf.random.set_seed(1)
    given = (tf.constant([0, 2, 5], tf.int64), tf.constant([[0.5], [0.2]]), tf.constant([0.9, 0.4, 0.1]))
    weights = tf.reshape(tf.range(12.0) / 10, [6, 2])
    settings = {"labels": tf.constant([[1], [4]], tf.int64), "inputs": tf.constant([[1.0, 2.0], [-1.0, 0.5]])}
    loss = tf.nn.nce_loss(weights, tf.zeros([6]), num_sampled=3, num_classes=6, sampled_values=given, **settings)
    yield {"loss": loss.numpy()}
    drawn = tf.function(lambda: tf.nn.nce_loss(weights, tf.zeros([6]), num_sampled=3, num_classes=6, **settings))
    yield {"loss": drawn().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
