import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Half of the sum of squares of a hundred thousand tenths."""
    x = tf.fill([100000], 0.1)

    one = tf.ConfigProto(intra_op_parallelism_threads=1)
    with tf.Session(config=one) as sess:
        yield {"y": sess.run(tf.nn.l2_loss(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
