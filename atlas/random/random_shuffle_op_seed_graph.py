import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two runs with the seed 1 of the op, no seed of the graph."""
    drawn = tf.random_shuffle(tf.range(8), seed=1)

    with tf.Session() as sess:
        for _ in range(2):
            yield {"drawn": sess.run(drawn)}


if __name__ == "__main__":
    for record in trace():
        print(record)
