import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two training calls on ten ones and one in inference, with seed 1 for the layer and for all."""
    tf.set_random_seed(1)
    x = tf.ones([10])
    training = tf.layers.dropout(x, seed=1, training=True)
    inference = tf.layers.dropout(x, seed=1)
    with tf.Session() as sess:
        for y in [training, training, inference]:
            yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
