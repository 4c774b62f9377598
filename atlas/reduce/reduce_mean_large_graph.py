import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The mean of a million tenths."""
    x = tf.fill([1000000], 0.1)

    one = tf.ConfigProto(intra_op_parallelism_threads=1)
    with tf.Session(config=one) as sess:
        yield {"y": sess.run(tf.reduce_mean(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
