import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A counter from 0, asked three times."""
    counter = tf.Variable(0)
    count = tf.count_up_to(counter, 5)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            yield {"count": sess.run(count)}


if __name__ == "__main__":
    for record in trace():
        print(record)
