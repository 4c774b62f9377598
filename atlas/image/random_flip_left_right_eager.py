import tensorflow as tf


def trace():
    """Eight times a row of four pixels with seed 1 under global seed 2: which pixel comes first."""
    tf.random.set_seed(2)
    for _ in range(8):
        flipped = tf.image.random_flip_left_right(tf.reshape(tf.range(4.0), [1, 4, 1]), seed=1)
        yield {"first": flipped[0, 0, 0].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
