import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 16-bit image with alpha, written as PNG in the script: read as it is, as 8 bits and as grey."""
    image = tf.constant([[[0, 257, 65535, 65535], [300, 40000, 511, 0]]], tf.uint16)
    png = tf.image.encode_png(image)
    sixteen = tf.image.decode_png(png, dtype=tf.uint16)
    default = tf.image.decode_png(png)
    grey = tf.image.decode_png(png, channels=1)

    with tf.Session() as sess:
        values = sess.run([tf.cast(sixteen, tf.int32), default, grey])
    yield {"sixteen": values[0].ravel(), "default": values[1].ravel(), "grey": values[2].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
