import tensorflow as tf


def trace():
    """Logits that are near, far apart, equal and infinite; softmax beside it."""
    logits = tf.constant([[1.0, 2.0, 3.5], [1000.0, 0.0, -1000.0], [7.0, 7.0, 7.0], [0.0, float("inf"), 0.0]])
    yield {"log_softmax": tf.nn.log_softmax(logits).numpy(), "softmax": tf.nn.softmax(logits).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
