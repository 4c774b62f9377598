import tensorflow as tf


def trace():
    """Gradients of 3, 4 and 12 with their norm 13, small ones and zeros, clipped to length 1."""
    examples = [([3.0, 4.0], [12.0]), ([0.03, 0.04], [0.12]), ([0.0, 0.0], [0.0])]
    for first, second in examples:
        clipped, norm = tf.clip_by_global_norm([tf.constant(first), tf.constant(second)], 1.0)
        yield {"first": clipped[0].numpy(), "second": clipped[1].numpy(), "norm": norm.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
