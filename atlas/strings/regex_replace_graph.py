import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Groups in another order, and the first match alone."""
    texts = tf.constant(["k1=v1 k2=v2"])

    with tf.Session() as sess:
        yield {"replaced": sess.run(tf.regex_replace(texts, r"(\w+)=(\w+)", r"\2:\1"))}
        yield {"replaced": sess.run(tf.regex_replace(texts, "[0-9]", "", replace_global=False))}


if __name__ == "__main__":
    for record in trace():
        print(record)
