import tensorflow as tf


def trace():
    """A loop that draws three times with seed 1 under global seed 2."""
    tf.random.set_seed(2)

    def draw(step, numbers):
        return step + 1, tf.concat([numbers, tf.random.uniform([1], seed=1)], 0)

    numbers = tf.while_loop(lambda step, _: step < 3, draw, [0, tf.zeros([0])])[1]
    yield {"numbers": numbers.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
