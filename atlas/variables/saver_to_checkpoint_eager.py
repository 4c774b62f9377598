import tensorflow as tf


def trace():
    """A variable that was saved by its name, read by a Checkpoint into one of that name."""
    with tf.Graph().as_default(), tf.compat.v1.Session() as sess:
        w = tf.compat.v1.Variable([1.5, -2.0], name="layer/w")
        sess.run(w.initializer)
        path = tf.compat.v1.train.Saver([w]).save(sess, "./model", write_meta_graph=False)

    w = tf.Variable([0.0, 0.0], name="layer/w")
    tf.train.Checkpoint(kernel=w).restore(path)
    yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
