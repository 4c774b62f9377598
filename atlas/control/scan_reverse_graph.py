import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Running sums from the back."""
    x = tf.constant([1.0, 2.0, 3.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.scan(lambda total, y: total + y, x, reverse=True))}


if __name__ == "__main__":
    for record in trace():
        print(record)
