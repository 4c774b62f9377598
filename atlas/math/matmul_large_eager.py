import tensorflow as tf


def trace():
    """Six elements of the product of two 100x100 matrices."""
    x = tf.reshape(tf.cast(tf.range(10000) * 37 % 101, tf.float32) / 101, [100, 100])
    yield {"y": tf.matmul(x, x)[:2, :3].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
