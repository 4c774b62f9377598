import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Ten numbers shuffled with seed 1 under graph seed 2, the iterator initialised twice."""
    tf.set_random_seed(2)
    dataset = tf.data.Dataset.range(10).shuffle(10, seed=1).batch(10)
    iterator = dataset.make_initializable_iterator()
    batch = iterator.get_next()

    with tf.Session() as sess:
        for _ in range(2):
            sess.run(iterator.initializer)
            yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
