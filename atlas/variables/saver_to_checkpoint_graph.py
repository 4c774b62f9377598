import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A variable that was saved by its name, read into another one of that name."""
    w = tf.Variable([1.5, -2.0], name="layer/w")

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        path = tf.train.Saver().save(sess, "./model", write_meta_graph=False)

    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([0.0, 0.0], name="layer/w")
        tf.train.Saver().restore(sess, path)
        yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
