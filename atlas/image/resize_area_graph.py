import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 4x4 image to 3x3 and to 2x2, and a row of four to eight."""
    image = tf.reshape(tf.constant([0.0, 7, 28, 1, 19, 20, 4, 2, 14, 9, 18, 10, 16, 5, 8, 25]), [1, 4, 4, 1])
    three = tf.image.resize_area(image, [3, 3])
    two = tf.image.resize_area(image, [2, 2])
    eight = tf.image.resize_area(image[:, :1], [1, 8])

    with tf.Session() as sess:
        values = sess.run([three, two, eight])
    yield {"three": values[0].ravel(), "two": values[1].ravel(), "eight": values[2].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
