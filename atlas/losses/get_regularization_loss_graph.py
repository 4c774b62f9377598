import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The penalty of a layer whose kernel is 2, 2, with 0.01 times the sum of squares."""
    layer = tf.layers.Dense(
        1, kernel_initializer=tf.constant_initializer(2.0), kernel_regularizer=lambda w: 0.01 * tf.reduce_sum(w * w)
    )
    layer.apply(tf.ones([1, 2]))
    penalty = tf.losses.get_regularization_loss()
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"penalty": sess.run(penalty)}


if __name__ == "__main__":
    for record in trace():
        print(record)
