import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 at rate 0.3; w and the loss are printed after each update."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for i in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(0.3 * gradient)
        # `loss` still holds the value from before the update; the note prints the one after it.
        loss = tf.square(w + 1)
        yield {"step": i, "w": w.numpy(), "loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s steps: w is %(w)f , loss is %(loss)f" % record)
