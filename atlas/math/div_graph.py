import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """-7/2, 7/2, -7/-2 and 7/-2 in int32, and -7/2 in float32."""
    x, y = tf.constant([-7, 7, -7, 7]), tf.constant([2, 2, -2, -2])

    with tf.Session() as sess:
        values = sess.run([tf.div(x, y), tf.div(tf.constant(-7.0), tf.constant(2.0))])
    yield {"wholes": values[0], "floats": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
