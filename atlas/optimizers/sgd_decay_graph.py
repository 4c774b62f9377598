import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three steps with gradient 1 at rate 1, which decays, from 0."""
    w = tf.Variable(0.0, use_resource=True)
    step = tf.keras.optimizers.SGD(1.0, decay=1.0).apply_gradients([(tf.constant(1.0), w)])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            sess.run(step)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
