import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Six numbers, two epochs, seed 1 under graph seed 2."""
    tf.set_random_seed(2)
    dataset = tf.data.Dataset.range(6).apply(tf.data.experimental.shuffle_and_repeat(6, 2, seed=1)).batch(6)
    batch = dataset.make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        for _ in range(2):
            yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
