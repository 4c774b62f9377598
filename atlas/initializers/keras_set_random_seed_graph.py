import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The kernel of a Keras layer of 2x3 after a seed of 1."""
    tf.set_random_seed(1)
    layer = tf.keras.layers.Dense(3)
    layer(tf.ones([1, 2]))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"kernel": sess.run(layer.kernel)}


if __name__ == "__main__":
    for record in trace():
        print(record)
