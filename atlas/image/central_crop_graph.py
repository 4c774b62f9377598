import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Half and a third of a 5x4 image."""
    image = tf.reshape(tf.range(20.0), [5, 4, 1])

    with tf.Session() as sess:
        for fraction in (0.5, 0.33):
            yield {"cropped": sess.run(tf.image.central_crop(image, fraction))[:, :, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
