import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Bytes that other alphabets of Base64 write as + and /, padded too."""
    x = tf.constant([b"\xfb\xff\xfe", b"a"])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.encode_base64(x, pad=True))}


if __name__ == "__main__":
    for record in trace():
        print(record)
