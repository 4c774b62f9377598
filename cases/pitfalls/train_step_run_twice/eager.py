import tensorflow as tf


def trace():
    """The first row is right; from the second on, each stands for two updates."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    def update():
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        w.assign_sub(0.3 * tape.gradient(loss, w))
        return loss

    for i in range(40):
        update()
        w_val = w.numpy()
        # Wrong: a TF1 tensor could be asked for its value as often as one liked; this call trains, too.
        loss = update()
        yield {"step": i, "w": w_val, "loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s steps: w is %(w)f , loss is %(loss)f" % record)
