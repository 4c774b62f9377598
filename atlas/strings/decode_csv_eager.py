import tensorflow as tf


def trace():
    """Two lines of a number, a text in quotes and a number that may be missing."""
    lines = tf.constant(['1,"a,b",2.5', "7,c,"])
    number, text, missing = tf.io.decode_csv(lines, [[0], [""], [-1.0]])
    yield {"number": number.numpy(), "text": text.numpy(), "missing": missing.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
