import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Eight times a row of four pixels with seed 1 under graph seed 2: which pixel comes first."""
    tf.set_random_seed(2)
    flipped = tf.image.random_flip_left_right(tf.reshape(tf.range(4.0), [1, 4, 1]), seed=1)

    with tf.Session() as sess:
        for _ in range(8):
            yield {"first": sess.run(flipped[0, 0, 0])}


if __name__ == "__main__":
    for record in trace():
        print(record)
