import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two runs of five numbers each of rates 3 and 100, seed 1 under graph seed 2."""
    tf.set_random_seed(2)
    numbers = tf.random_poisson([3.0, 100.0], [5], seed=1)

    with tf.Session() as sess:
        for _ in range(2):
            yield {"numbers": sess.run(numbers)}


if __name__ == "__main__":
    for record in trace():
        print(record)
