import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Squares of 0 to 5, three runs that each fetch the element and its double."""
    element = tf.data.Dataset.range(6).map(lambda x: x * x).make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        for _ in range(3):
            values = sess.run([element, 2 * element])
            yield {"element": values[0], "double": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
