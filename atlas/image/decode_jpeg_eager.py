import tensorflow as tf


def trace():
    """The first pixels of a 16x16 image, written as JPEG in the script: default, exact and grey, and at half size."""
    pixels = tf.cast(tf.reshape(tf.range(16 * 16 * 3) * 37 % 251, [16, 16, 3]), tf.uint8)
    jpeg = tf.io.encode_jpeg(pixels, quality=90)
    default = tf.io.decode_jpeg(jpeg)[0, :3].numpy().ravel()
    exact = tf.io.decode_jpeg(jpeg, dct_method="INTEGER_ACCURATE")[0, :3].numpy().ravel()
    grey = tf.io.decode_jpeg(jpeg, channels=1)[0, :6, 0].numpy()
    half = tf.io.decode_jpeg(jpeg, ratio=2)[0, :2].numpy().ravel()
    yield {"default": default, "exact": exact, "grey": grey, "half": half}


if __name__ == "__main__":
    for record in trace():
        print(record)
