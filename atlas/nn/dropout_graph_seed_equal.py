import tensorflow as tf


def trace():
    """Half of ten ones dropped in a tf.function, only the global seed set; two calls."""
    tf.random.set_seed(1)
    drop = tf.function(lambda: tf.nn.dropout(tf.ones([10]), 0.5))

    for _ in range(2):
        yield {"dropped": drop().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
