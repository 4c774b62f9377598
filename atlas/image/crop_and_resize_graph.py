import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two boxes of a 4x4 image to 2x2, one inside, one that reaches beyond the image and is filled."""
    image = tf.reshape(tf.range(16.0), [1, 4, 4, 1])
    boxes = [[0.1, 0.2, 0.8, 0.9], [0.5, 0.5, 1.5, 1.5]]
    crops = tf.image.crop_and_resize(image, boxes, [0, 0], [2, 2], extrapolation_value=-1.0)

    with tf.Session() as sess:
        yield {"crops": sess.run(tf.reshape(crops, [2, 4]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
