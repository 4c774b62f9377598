import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two runs of ten draws from four logits, one of them far below, seed 1 under graph seed 2."""
    tf.set_random_seed(2)
    draws = tf.multinomial([[0.0, 1.0, 0.5, -50.0]], 10, seed=1)

    with tf.Session() as sess:
        for _ in range(2):
            yield {"draws": sess.run(draws)}


if __name__ == "__main__":
    for record in trace():
        print(record)
