import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Floats to int32, cut towards zero; whole numbers and truths to float32."""
    with tf.Session() as sess:
        yield {"cast": sess.run(tf.to_int32(tf.constant([-1.5, 2.999, 1e10, float("nan")])))}
        yield {"cast": sess.run(tf.to_float(tf.constant([16777217, -3])))}
        yield {"cast": sess.run(tf.to_float(tf.constant([True, False])))}


if __name__ == "__main__":
    for record in trace():
        print(record)
