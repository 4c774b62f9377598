import tensorflow as tf


def trace():
    """Five frames that say 0, blank, 0, 1, 1, the blank being the last of three classes."""
    frames = [[3.0, 0.0, 0.0], [0.0, 0.0, 3.0], [3.0, 0.0, 0.0], [0.0, 3.0, 0.0], [0.0, 3.0, 0.0]]
    decoded, score = tf.nn.ctc_greedy_decoder(tf.expand_dims(tf.constant(frames), 1), tf.constant([5]))
    yield {"labels": decoded[0].values.numpy(), "score": score.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
