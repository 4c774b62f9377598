import tensorflow as tf


def trace():
    """Dropout of ten ones, a fifth of them dropped, global seed and op seed set; two calls."""
    tf.random.set_seed(1)

    for _ in range(2):
        yield {"dropped": tf.nn.dropout(tf.ones([10]), rate=1 - 0.8, seed=1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
