import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A loop that draws three times in order with seed 1 under graph seed 2."""
    tf.set_random_seed(2)

    def draw(step, numbers):
        return step + 1, tf.concat([numbers, tf.random_uniform([1], seed=1)], 0)

    shapes = [tf.TensorShape([]), tf.TensorShape([None])]
    start = [0, tf.zeros([0])]
    numbers = tf.while_loop(lambda step, _: step < 3, draw, start, shapes, parallel_iterations=1)[1]

    with tf.Session() as sess:
        yield {"numbers": sess.run(numbers)}


if __name__ == "__main__":
    for record in trace():
        print(record)
