import numpy as np
import tensorflow as tf


def trace():
    """After 40 steps w is -0.9957311 instead of -0.9957312."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for step in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        # Wrong: exact to 64 bits, and rounded once. tf.train.exponential_decay and Keras' ExponentialDecay round on the
        # way, as the note's program did.
        w.assign_sub(0.1 * 0.99**step * gradient)
        yield {
            "learning_rate": np.float32(0.1 * 0.99 ** (step + 1)),
            "global_step": step + 1,
            "w": w.numpy(),
            "loss": tf.square(w + 1).numpy(),
        }


if __name__ == "__main__":
    for record in trace():
        print(record["learning_rate"], record["global_step"], record["w"], record["loss"])
