import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rows of four whose first three and first two steps are reversed, the rest left."""
    x = tf.reshape(tf.range(8), [2, 4])

    with tf.Session() as sess:
        yield {"reversed": sess.run(tf.reverse_sequence(x, [3, 2], seq_dim=1, batch_dim=0))}


if __name__ == "__main__":
    for record in trace():
        print(record)
