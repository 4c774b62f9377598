import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss of four predictions for labels 0 and 1, and for labels -1 and 1."""
    predictions = [[0.5], [-0.25], [1.0], [-2.0]]
    zero_one = tf.losses.hinge_loss([[1.0], [0.0], [0.0], [1.0]], predictions)
    signs = tf.losses.hinge_loss([[1.0], [-1.0], [-1.0], [1.0]], predictions)
    with tf.Session() as sess:
        yield {"zero_one": sess.run(zero_one), "signs": sess.run(signs)}


if __name__ == "__main__":
    for record in trace():
        print(record)
