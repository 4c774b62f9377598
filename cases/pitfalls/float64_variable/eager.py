import numpy as np
import tensorflow as tf


def trace():
    """The first loss is 5.760000, as on paper, instead of 5.759999."""
    # Wrong: float64, as the array is. A plain 5.0 would have become float32.
    w = tf.Variable(np.array(5.0))

    for i in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(0.3 * gradient)
        loss = tf.square(w + 1)
        yield {"step": i, "w": w.numpy(), "loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s steps: w is %(w)f , loss is %(loss)f" % record)
