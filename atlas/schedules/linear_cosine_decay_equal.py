import tensorflow as tf


def trace():
    """The rate at steps 0, 1, 5, 9, 10, 11 and 25, for a decay over 10 steps."""
    for step in [0, 1, 5, 9, 10, 11, 25]:
        rate = tf.compat.v1.train.linear_cosine_decay(0.1, step, 10)
        yield {"rate": rate().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
