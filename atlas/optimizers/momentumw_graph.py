import tensorflow as tf


def trace():
    """Three steps on 2 w from 5 with momentum 0.9 and a weight decay of 0.01."""
    w = tf.Variable(5.0)
    step = tf.contrib.opt.MomentumWOptimizer(0.01, 0.1, 0.9).minimize(2.0 * w)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            sess.run(step)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
