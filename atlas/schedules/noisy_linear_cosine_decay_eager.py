import tensorflow as tf


def trace():
    """The rate at steps 0, 1, 5 and 9 without noise, and with noise drawn from seed 1."""
    tf.random.set_seed(1)
    quiet = tf.keras.experimental.NoisyLinearCosineDecay(0.1, 10, initial_variance=0.0)
    noisy = tf.keras.experimental.NoisyLinearCosineDecay(0.1, 10)
    for value in [0, 1, 5, 9]:
        yield {"quiet": quiet(value).numpy(), "noisy": noisy(value).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
