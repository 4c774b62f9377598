import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Logits that are near, far apart, equal and minus infinity."""
    x = tf.constant([[1.0, 2.0, 3.5], [1000.0, 0.0, -1000.0], [7.0, 7.0, 7.0], [0.0, float("-inf"), 1.0]])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.nn.softmax(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
