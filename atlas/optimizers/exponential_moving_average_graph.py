import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The average with decay 0.9 of a variable that is 0 first, and then 1, 2 and 5."""
    w = tf.Variable(0.0)
    value = tf.placeholder(tf.float32)
    change = w.assign(value)
    average = tf.train.ExponentialMovingAverage(0.9)
    update = average.apply([w])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for number in [1.0, 2.0, 5.0]:
            sess.run(change, {value: number})
            sess.run(update)
            yield {"average": sess.run(average.average(w))}


if __name__ == "__main__":
    for record in trace():
        print(record)
