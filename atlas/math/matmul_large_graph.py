import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Six elements of the product of two 100x100 matrices."""
    x = tf.reshape(tf.cast(tf.range(10000) * 37 % 101, tf.float32) / 101, [100, 100])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.matmul(x, x)[:2, :3])}


if __name__ == "__main__":
    for record in trace():
        print(record)
