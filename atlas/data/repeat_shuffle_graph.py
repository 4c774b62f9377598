import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Six numbers repeated and then shuffled with seed 1 under graph seed 2: the epochs run into each other."""
    tf.set_random_seed(2)
    batch = tf.data.Dataset.range(6).repeat(2).shuffle(6, seed=1).batch(12).make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
