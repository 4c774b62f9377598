import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The buckets of four texts among a thousand, by all three hashes."""
    texts = tf.constant(["a", "b", "", "日本"])

    with tf.Session() as sess:
        yield {"buckets": sess.run(tf.string_to_hash_bucket_fast(texts, 1000))}
        yield {"buckets": sess.run(tf.string_to_hash_bucket_strong(texts, 1000, [1, 2]))}
        yield {"buckets": sess.run(tf.string_to_hash_bucket(texts, 1000))}


if __name__ == "__main__":
    for record in trace():
        print(record)
