import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The first pixels of a 16x16 image, written as JPEG in the script: default, exact and grey, and at half size."""
    pixels = tf.cast(tf.reshape(tf.range(16 * 16 * 3) * 37 % 251, [16, 16, 3]), tf.uint8)
    jpeg = tf.image.encode_jpeg(pixels, quality=90)
    default = tf.image.decode_jpeg(jpeg)
    exact = tf.image.decode_jpeg(jpeg, dct_method="INTEGER_ACCURATE")
    grey = tf.image.decode_jpeg(jpeg, channels=1)
    half = tf.image.decode_jpeg(jpeg, ratio=2)

    with tf.Session() as sess:
        values = sess.run([default[0, :3], exact[0, :3], grey[0, :6, 0], half[0, :2]])
    yield {"default": values[0].ravel(), "exact": values[1].ravel(), "grey": values[2], "half": values[3].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
