import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Pixels of a JPEG and of a PNG written in the script, told apart by their first bytes."""
    x = tf.cast(tf.reshape(tf.range(192) * 37 % 251, [8, 8, 3]), tf.uint8)
    jpeg, png = tf.image.encode_jpeg(x), tf.image.encode_png(x)

    with tf.Session() as sess:
        yield {"y": sess.run(tf.stack([tf.image.decode_image(jpeg)[0, :2], tf.image.decode_image(png)[0, :2]]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
