import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """An epsilon of 1e-10, beside a variance of 2e-6: releases that raise it to 1e-5 give smaller numbers."""
    x = tf.reshape(tf.constant([0.001, 0.002, 0.003, 0.005]), [4, 1, 1, 1])
    y = tf.nn.fused_batch_norm(x, [1.0], [0.0], epsilon=1e-10)[0]

    with tf.Session() as sess:
        yield {"y": sess.run(tf.reshape(y, [4]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
