import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three steps at rate 1 on (w + 1)^2 from 5."""
    w = tf.Variable(5.0)
    step = tf.train.AdadeltaOptimizer(1.0).minimize(tf.square(w + 1))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            sess.run(step)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
