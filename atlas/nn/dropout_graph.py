import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Dropout of ten ones, 0.8 as second argument, seeds of graph and op set; two runs."""
    tf.set_random_seed(1)
    dropped = tf.nn.dropout(tf.ones([10]), 0.8, seed=1)

    with tf.Session() as sess:
        for _ in range(2):
            yield {"dropped": sess.run(dropped)}


if __name__ == "__main__":
    for record in trace():
        print(record)
