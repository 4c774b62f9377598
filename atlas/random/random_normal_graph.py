import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two runs of three normal numbers with means and deviations, and of float64, seed 1 under graph seed 2."""
    tf.set_random_seed(2)
    normal = tf.random_normal([3], 10.0, [1.0, 2.0, 3.0], seed=1)
    doubles = tf.random_normal([2], dtype=tf.float64, seed=1)

    with tf.Session() as sess:
        for _ in range(2):
            values = sess.run([normal, doubles])
            yield {"normal": values[0], "doubles": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
