import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The average with decay 0.9 of a weight that is 0 first, and that three updates make 1, 2 and 5."""
    w = tf.Variable(0.0)
    gradient = tf.placeholder(tf.float32, [])
    step = tf.train.GradientDescentOptimizer(1.0).apply_gradients([(gradient, w)])
    average = tf.train.ExponentialMovingAverage(0.9)
    update = average.apply([w])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for number in [-1.0, -1.0, -3.0]:
            sess.run(step, {gradient: number})
            sess.run(update)
            yield {"average": sess.run(average.average(w))}


if __name__ == "__main__":
    for record in trace():
        print(record)
