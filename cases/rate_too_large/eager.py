import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 at rate 0.99; w is from after each update, the printed loss from before it."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for step in range(20):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(0.99 * gradient)
        # Unlike a TF1 tensor, `loss` is a number by now: the update of w does not reach it.
        yield {"step": step + 1, "w": w.numpy(), "loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f" % record)
