import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Half of ten ones dropped, only the graph's seed set; two runs."""
    tf.set_random_seed(1)
    dropped = tf.nn.dropout(tf.ones([10]), 0.5)

    with tf.Session() as sess:
        for _ in range(2):
            yield {"dropped": sess.run(dropped)}


if __name__ == "__main__":
    for record in trace():
        print(record)
