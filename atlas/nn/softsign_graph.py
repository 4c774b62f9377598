import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values far out, around 0 and of NaN."""
    x = tf.constant([-1e30, -1.5, 0.0, 0.3, 7.0, float("nan")])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.nn.softsign(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
