import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Seven numbers from 0 to 1, and one of one."""
    with tf.Session() as sess:
        values = sess.run([tf.lin_space(0.0, 1.0, 7), tf.lin_space(5.0, 9.0, 1)])
    yield {"seven": values[0], "one": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
