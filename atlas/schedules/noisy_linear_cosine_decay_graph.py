import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The rate at steps 0, 1, 5 and 9 without noise, and with noise drawn from seed 1."""
    tf.set_random_seed(1)
    step = tf.placeholder(tf.int64, [])
    quiet = tf.train.noisy_linear_cosine_decay(0.1, step, 10, initial_variance=0.0)
    noisy = tf.train.noisy_linear_cosine_decay(0.1, step, 10)
    with tf.Session() as sess:
        for value in [0, 1, 5, 9]:
            yield {"quiet": sess.run(quiet, {step: value}), "noisy": sess.run(noisy, {step: value})}


if __name__ == "__main__":
    for record in trace():
        print(record)
