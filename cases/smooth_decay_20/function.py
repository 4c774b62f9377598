import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 at a rate that starts at 0.2 and falls smoothly by 1 % with every step."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    @tf.function
    def update(rate):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(rate * gradient)
        # Returned from before the update, though the update is written above: `loss` does not follow w.
        return loss

    for step in range(20):
        # A tensor, so that one traced graph serves every step. A Python float would be built into the graph as a
        # constant, and each new one would have the function traced anew.
        rate = tf.constant(0.2 * 0.99 ** (step / 1), tf.float32)
        loss = update(rate)
        yield {"step": step + 1, "w": w.numpy(), "loss": loss.numpy(), "rate": rate.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f,学习率是%(rate)f" % record)
