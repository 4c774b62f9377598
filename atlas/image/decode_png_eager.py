import tensorflow as tf


def trace():
    """A 16-bit image with alpha, written as PNG in the script: read as it is, as 8 bits and as grey."""
    image = tf.constant([[[0, 257, 65535, 65535], [300, 40000, 511, 0]]], tf.uint16)
    png = tf.image.encode_png(image)
    sixteen = tf.cast(tf.io.decode_png(png, dtype=tf.uint16), tf.int32).numpy().ravel()
    default = tf.io.decode_png(png).numpy().ravel()
    grey = tf.io.decode_png(png, channels=1).numpy().ravel()
    yield {"sixteen": sixteen, "default": default, "grey": grey}


if __name__ == "__main__":
    for record in trace():
        print(record)
