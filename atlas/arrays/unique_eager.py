import tensorflow as tf


def trace():
    """Distinct numbers in the order of first appearance, their places and counts; NaNs are all distinct."""
    values, places, counts = tf.unique_with_counts(tf.constant([3.0, 1.0, 3.0, 2.0, 1.0]))
    nans = tf.unique(tf.constant([float("nan"), 1.0, float("nan")]))[1]
    yield {"values": values.numpy(), "places": places.numpy(), "counts": counts.numpy(), "nans": nans.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
