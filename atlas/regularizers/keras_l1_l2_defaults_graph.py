import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The penalty of 1, -2, 3 without arguments."""
    w = tf.constant([1.0, -2.0, 3.0])
    penalty = tf.keras.regularizers.l1_l2()(w)
    with tf.Session() as sess:
        yield {"penalty": sess.run(penalty)}


if __name__ == "__main__":
    for record in trace():
        print(record)
