import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three steps on (w + 1)^2 from 5, with both regularization strengths."""
    w = tf.Variable(5.0)
    step = tf.train.ProximalGradientDescentOptimizer(
        0.1, l1_regularization_strength=0.5, l2_regularization_strength=0.25
    ).minimize(tf.square(w + 1))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            sess.run(step)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
