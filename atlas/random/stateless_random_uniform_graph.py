import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three uniform and three normal numbers of the seed 1, 2."""
    uniform = tf.random.stateless_uniform([3], [1, 2])
    normal = tf.random.stateless_normal([3], [1, 2])

    with tf.Session() as sess:
        values = sess.run([uniform, normal])
    yield {"uniform": values[0], "normal": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
