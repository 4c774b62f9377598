import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The rate one before, at and one after the boundaries 4.5 and 9.5."""
    step = tf.placeholder(tf.float32, [])
    rate = tf.train.piecewise_constant(step, [4.5, 9.5], [1.0, 0.5, 0.1])
    with tf.Session() as sess:
        for value in [4, 5, 6, 9, 10, 11]:
            yield {"rate": sess.run(rate, {step: value})}


if __name__ == "__main__":
    for record in trace():
        print(record)
