import tensorflow as tf


def trace():
    """Pixels of a JPEG and of a PNG written in the script, told apart by their first bytes."""
    x = tf.cast(tf.reshape(tf.range(192) * 37 % 251, [8, 8, 3]), tf.uint8)
    jpeg, png = tf.image.encode_jpeg(x), tf.image.encode_png(x)
    yield {"y": tf.stack([tf.io.decode_image(jpeg)[0, :2], tf.io.decode_image(png)[0, :2]]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
