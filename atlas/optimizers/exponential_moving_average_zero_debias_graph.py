import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The average with zero_debias=True of a tensor (in eager mode a variable) that is 1, 2 and 5."""
    value = tf.placeholder(tf.float32, [])
    tensor = value + 0.0
    average = tf.train.ExponentialMovingAverage(0.9, zero_debias=True)
    update = average.apply([tensor])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for number in [1.0, 2.0, 5.0]:
            sess.run(update, {value: number})
            yield {"average": sess.run(average.average(tensor))}


if __name__ == "__main__":
    for record in trace():
        print(record)
