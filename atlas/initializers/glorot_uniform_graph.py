import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Ten numbers drawn with seed 1."""
    values = tf.glorot_uniform_initializer(seed=1)([2, 5])
    with tf.Session() as sess:
        yield {"values": sess.run(values)}


if __name__ == "__main__":
    for record in trace():
        print(record)
