import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 4x3 image to 3x4: one row is cropped and one column padded, where both sides cannot be the same."""
    image = tf.reshape(tf.range(1.0, 13.0), [4, 3, 1])
    fitted = tf.image.resize_image_with_crop_or_pad(image, 3, 4)

    with tf.Session() as sess:
        yield {"fitted": sess.run(fitted)[:, :, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
