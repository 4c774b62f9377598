import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The penalty l2(0.1) of four examples whose output is 1."""
    layer = tf.keras.layers.Dense(1, kernel_initializer="ones", activity_regularizer=tf.keras.regularizers.l2(0.1))
    layer(tf.ones([4, 1]))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"penalty": sess.run(layer.losses[0])}


if __name__ == "__main__":
    for record in trace():
        print(record)
