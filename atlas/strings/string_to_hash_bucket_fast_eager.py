import tensorflow as tf


def trace():
    """The buckets of four texts among a thousand, by all three hashes."""
    texts = tf.constant(["a", "b", "", "日本"])
    yield {"buckets": tf.strings.to_hash_bucket_fast(texts, 1000).numpy()}
    yield {"buckets": tf.strings.to_hash_bucket_strong(texts, 1000, [1, 2]).numpy()}
    yield {"buckets": tf.strings.to_hash_bucket(texts, 1000).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
