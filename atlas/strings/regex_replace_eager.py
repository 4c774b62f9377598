import tensorflow as tf


def trace():
    """Groups in another order, and the first match alone."""
    texts = tf.constant(["k1=v1 k2=v2"])
    yield {"replaced": tf.strings.regex_replace(texts, r"(\w+)=(\w+)", r"\2:\1").numpy()}
    yield {"replaced": tf.strings.regex_replace(texts, "[0-9]", "", replace_global=False).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
