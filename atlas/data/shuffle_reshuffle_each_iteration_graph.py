import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Six numbers shuffled once with seed 1 under graph seed 2 and repeated: both epochs have one order."""
    tf.set_random_seed(2)
    dataset = tf.data.Dataset.range(6).shuffle(6, seed=1, reshuffle_each_iteration=False).repeat(2).batch(6)
    batch = dataset.make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        for _ in range(2):
            yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
