import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss for probabilities that sum to 1 and to 2, with a 0, a 1e-8 and a 1 at the right class."""
    p = tf.placeholder(tf.float32, [1, 3])
    loss = tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(tf.constant([1]), p))
    with tf.Session() as sess:
        for probabilities in [
            [[0.2, 0.5, 0.3]],
            [[0.4, 1.0, 0.6]],
            [[0.7, 0.0, 0.3]],
            [[0.7, 1e-8, 0.3]],
            [[0.0, 1.0, 0.0]],
        ]:
            yield {"loss": sess.run(loss, {p: probabilities})}


if __name__ == "__main__":
    for record in trace():
        print(record)
