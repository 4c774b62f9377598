import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three steps on (w + 1)^2 from 5, and on 1e-4 v, whose accumulator starts at 1e-8."""
    w = tf.Variable(5.0)
    v = tf.Variable(5.0)
    first = tf.train.AdagradOptimizer(0.1).minimize(tf.square(w + 1), var_list=[w])
    second = tf.train.AdagradOptimizer(0.1, initial_accumulator_value=1e-8).minimize(1e-4 * v, var_list=[v])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            sess.run([first, second])
            yield {"w": sess.run(w), "v": sess.run(v)}


if __name__ == "__main__":
    for record in trace():
        print(record)
