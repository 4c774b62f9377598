import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two runs of three floats, only the graph's seed set."""
    tf.set_random_seed(2)
    floats = tf.random_uniform([3])

    with tf.Session() as sess:
        for _ in range(2):
            yield {"floats": sess.run(floats)}


if __name__ == "__main__":
    for record in trace():
        print(record)
