import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 at a rate that starts at 0.2 and falls smoothly by 1 % with every step."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for step in range(20):
        # A Python float, of 64 bits, cast to float32 only when it meets the gradient. A schedule computes in float32
        # all the way; with one, the eighth line would print 0.037013.
        rate = 0.2 * 0.99 ** (step / 1)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(rate * gradient)
        # `loss` is from before the update: computed in the tape, and a number since then.
        yield {"step": step + 1, "w": w.numpy(), "loss": loss.numpy(), "rate": rate}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f,学习率是%(rate)f" % record)
