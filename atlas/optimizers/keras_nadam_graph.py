import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three steps with a gradient of 2 from 1, in a graph and in a tf.function."""
    w = tf.Variable(1.0, use_resource=True)
    optimizer = tf.keras.optimizers.Nadam(0.1)
    step = optimizer.apply_gradients([(tf.constant(2.0), w)])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            sess.run(step)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
