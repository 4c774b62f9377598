import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rows 1, 3 and 1 again: of an update the last one stays, of an addition both count."""
    w, v = tf.Variable(tf.zeros([4])), tf.Variable(tf.zeros([4]))
    updated = tf.scatter_update(w, [1, 3, 1], [1.0, 2.0, 10.0])
    added = tf.scatter_add(v, [1, 3, 1], [1.0, 2.0, 10.0])

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        values = sess.run([updated, added])
    yield {"updated": values[0], "added": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
