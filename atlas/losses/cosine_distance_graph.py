import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss of two rows that are no unit vectors."""
    labels = [[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]]
    predictions = [[0.5, 1.0, -1.0], [1.0, 1.0, 0.0]]
    loss = tf.losses.cosine_distance(labels, predictions, axis=1)
    with tf.Session() as sess:
        yield {"loss": sess.run(loss)}


if __name__ == "__main__":
    for record in trace():
        print(record)
