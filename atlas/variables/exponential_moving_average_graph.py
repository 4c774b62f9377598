import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The average of a variable that is 0, then 1, 2 and 5, decay 0.9."""
    w = tf.Variable(0.0)
    value = tf.placeholder(tf.float32)
    ema = tf.train.ExponentialMovingAverage(0.9)
    with tf.control_dependencies([tf.assign(w, value)]):
        step = ema.apply([w])

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for number in (1.0, 2.0, 5.0):
            sess.run(step, {value: number})
            yield {"average": sess.run(ema.average(w))}


if __name__ == "__main__":
    for record in trace():
        print(record)
