import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two rows, one loss each."""
    labels = tf.constant([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]])
    predictions = tf.constant([[0.5, 1.0, -1.0], [1.0, 1.0, 0.0]])
    loss = tf.keras.losses.cosine_similarity(labels, predictions)
    with tf.Session() as sess:
        yield {"loss": sess.run(loss)}


if __name__ == "__main__":
    for record in trace():
        print(record)
