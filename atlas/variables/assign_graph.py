import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """What assign, assign_add and assign_sub give back, and what the variable is then."""
    w = tf.Variable([1.0, 2.0])

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for update in (tf.assign(w, [3.0, 4.0]), tf.assign_add(w, [0.1, 0.1]), tf.assign_sub(w, [1.0, 5.0])):
            yield {"given": sess.run(update), "w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
