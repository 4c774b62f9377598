import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Five numbers in batches of two: the last batch is shorter."""
    batch = tf.data.Dataset.range(5).batch(2).make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        for _ in range(3):
            yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
