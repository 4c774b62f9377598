import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Ten numbers shuffled, only the graph's seed set."""
    tf.set_random_seed(2)
    batch = tf.data.Dataset.range(10).shuffle(10).batch(10).make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
