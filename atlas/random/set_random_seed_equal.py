import tensorflow as tf


def trace():
    """Two calls of a tf.function that draws three floats, whole numbers and normal ones, only the global seed set."""
    tf.random.set_seed(2)

    @tf.function
    def draw():
        wholes = {"maxval": 10, "dtype": tf.int32}
        return tf.random.uniform([3]), tf.random.uniform([5], **wholes), tf.random.normal([3])

    for _ in range(2):
        floats, wholes, normal = draw()
        yield {"floats": floats.numpy(), "wholes": wholes.numpy(), "normal": normal.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
