import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Pairs of a Python float and a whole number, their types, filtered and with a window of take and skip."""
    dataset = tf.data.Dataset.from_tensor_slices(([0.5, 1.5, 2.5, 3.5], [1, 2, 3, 4]))
    dataset = dataset.filter(lambda x, _: x > 1.0).skip(1).take(2)
    x, y = dataset.make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        for _ in range(2):
            values = sess.run([x, y])
            yield {"x": values[0], "y": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
