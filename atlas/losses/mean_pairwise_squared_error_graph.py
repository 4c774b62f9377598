import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss of four rows of two."""
    labels = [[0.0, 1.0], [1.0, 2.0], [3.0, 0.0], [1.5, -1.0]]
    predictions = [[0.5, 0.75], [1.0, 2.0], [-2.5, 1.5], [0.0, 0.5]]
    loss = tf.losses.mean_pairwise_squared_error(labels, predictions)
    with tf.Session() as sess:
        yield {"loss": sess.run(loss)}


if __name__ == "__main__":
    for record in trace():
        print(record)
