import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Four bins from 0 to 1: the outermost take what lies outside, a bound belongs to the bin above."""
    x = tf.constant([-3.0, 0.0, 0.25, 0.5, 1.0, 7.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.histogram_fixed_width(x, [0.0, 1.0], 4))}


if __name__ == "__main__":
    for record in trace():
        print(record)
