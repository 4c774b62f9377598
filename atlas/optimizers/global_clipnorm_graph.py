import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One step at rate 1 with gradients of norms 5 and 12, small ones, and a NaN."""
    u = tf.Variable([0.0, 0.0])
    v = tf.Variable([0.0])
    optimizer = tf.train.GradientDescentOptimizer(1.0)
    gradients = [tf.placeholder(tf.float32, [2]), tf.placeholder(tf.float32, [1])]
    clipped, norm = tf.clip_by_global_norm(gradients, 1.0)
    step = optimizer.apply_gradients(zip(clipped, [u, v]))
    with tf.Session() as sess:
        for values in [([3.0, 4.0], [12.0]), ([0.03, 0.04], [0.12]), ([float("nan"), 4.0], [12.0])]:
            sess.run(tf.global_variables_initializer())
            sess.run(step, dict(zip(gradients, values)))
            yield {"u": sess.run(u), "v": sess.run(v)}


if __name__ == "__main__":
    for record in trace():
        print(record)
