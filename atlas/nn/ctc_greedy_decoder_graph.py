import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Five frames that say 0, blank, 0, 1, 1, the blank being the last of three classes."""
    frames = [[3.0, 0.0, 0.0], [0.0, 0.0, 3.0], [3.0, 0.0, 0.0], [0.0, 3.0, 0.0], [0.0, 3.0, 0.0]]
    decoded, score = tf.nn.ctc_greedy_decoder(tf.expand_dims(tf.constant(frames), 1), tf.constant([5]))

    with tf.Session() as sess:
        values = sess.run([decoded[0].values, score])
    yield {"labels": values[0], "score": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
