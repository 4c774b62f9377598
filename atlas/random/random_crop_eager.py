import tensorflow as tf


def trace():
    """Three calls of a 2x2 piece of a 5x5 image, seed 1 under global seed 2."""
    tf.random.set_seed(2)
    for _ in range(3):
        yield {"piece": tf.image.random_crop(tf.reshape(tf.range(25), [5, 5]), [2, 2], seed=1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
