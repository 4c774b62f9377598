import tensorflow as tf


def trace():
    """The mean over two batches, weighted in the second, and of nothing at all."""
    metric = tf.keras.metrics.Mean()
    yield {"mean": metric.result().numpy()}
    for batch, weight in [([1.0, 2.0, 4.0], [1.0, 1.0, 1.0]), ([3.0, 5.0], [0.5, 0.0])]:
        metric.update_state(batch, sample_weight=weight)
        yield {"mean": metric.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
