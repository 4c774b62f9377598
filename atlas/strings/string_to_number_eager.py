import tensorflow as tf


def trace():
    """Texts as float32: a tenth, an exponent, infinity, spaces around."""
    x = tf.constant(["1.5", "1e3", "inf", "0.1", " 7 "])
    yield {"y": tf.strings.to_number(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
