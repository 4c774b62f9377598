import tensorflow as tf


def trace():
    """One NaN among the gradients: all of them become NaN, or the release raises."""
    clipped, norm = tf.clip_by_global_norm([tf.constant([float("nan"), 4.0]), tf.constant([12.0])], 1.0)
    yield {"first": clipped[0].numpy(), "second": clipped[1].numpy(), "norm": norm.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
