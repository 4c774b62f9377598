import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The rate one before, at and one after the boundaries 5 and 10."""
    step = tf.placeholder(tf.int32, [])
    rate = tf.train.piecewise_constant(step, [5, 10], [1.0, 0.5, 0.1])
    with tf.Session() as sess:
        for value in [4, 5, 6, 9, 10, 11]:
            yield {"rate": sess.run(rate, {step: value})}


if __name__ == "__main__":
    for record in trace():
        print(record)
