import tensorflow as tf


def trace():
    """Six of the softmax of a thousand logits."""
    x = tf.cast(tf.range(1000) * 37 % 101, tf.float32) / 13
    yield {"y": tf.nn.softmax(x)[:6].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
