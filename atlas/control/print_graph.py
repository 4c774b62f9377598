import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """What comes out of printing 1 and 2."""
    x = tf.constant([1.0, 2.0])
    printed = tf.Print(x, [x], "x is ")

    with tf.Session() as sess:
        yield {"printed": str(sess.run(printed).tolist())}


if __name__ == "__main__":
    for record in trace():
        print(record)
