import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 at a rate that starts at 0.2 and falls smoothly by 1 % with every step."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for epoch in range(40):
        # A Python float, of 64 bits, cast to float32 only when it meets the gradient. TF1's exponential_decay computes
        # in float32 all the way: the last bits of rate and w differ, and of the loss still more.
        rate = 0.2 * 0.99 ** (epoch / 1)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(rate * gradient)
        # `loss` is from before the update: computed in the tape, and a number since then.
        yield {"step": epoch, "w": w.numpy(), "loss": loss.numpy(), "rate": rate}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s epoch,w is %(w)f,loss is %(loss)f,lr is %(rate)f" % record)
