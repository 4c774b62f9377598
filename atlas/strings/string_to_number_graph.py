import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Texts as float32: a tenth, an exponent, infinity, spaces around."""
    x = tf.constant(["1.5", "1e3", "inf", "0.1", " 7 "])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.string_to_number(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
