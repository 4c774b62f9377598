import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Six steps at a constant rate of 0.1 on (w + 1)^2 from 5, momentum 0.9."""
    w = tf.Variable(5.0)
    step = tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.square(w + 1))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(6):
            sess.run(step)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
