import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three steps at rate 0.1 and three at 0.01 on (w + 1)^2 from 5, momentum 0.9."""
    w = tf.Variable(5.0)
    rate = tf.placeholder(tf.float32)
    step = tf.train.MomentumOptimizer(rate, 0.9).minimize(tf.square(w + 1))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for value in [0.1, 0.1, 0.1, 0.01, 0.01, 0.01]:
            sess.run(step, {rate: value})
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
