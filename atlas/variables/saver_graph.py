import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A variable saved, changed and restored, and the names in the file."""
    w = tf.Variable([1.5, -2.0], name="layer/w")
    saver = tf.train.Saver()

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        path = saver.save(sess, "./model", write_meta_graph=False)
        sess.run(tf.assign(w, [0.0, 0.0]))
        saver.restore(sess, path)
        names = tf.train.NewCheckpointReader(path).get_variable_to_shape_map()
        yield {"w": sess.run(w), "names": " ".join(sorted(names))}


if __name__ == "__main__":
    for record in trace():
        print(record)
