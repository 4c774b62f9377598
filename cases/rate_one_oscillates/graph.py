import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise (w + 1)^2 from w = 5 at rate 1, which steps over the minimum; w is printed after each update."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(1).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(40):
            sess.run(train_step)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record["w"])
