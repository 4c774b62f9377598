import tensorflow as tf


def trace():
    """The printed rate falls, but every update uses 0.2."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    rate = 0.2

    @tf.function
    def update():
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        # Wrong: a Python number becomes a constant of the graph that the first call traces.
        w.assign_sub(rate * tape.gradient(loss, w))
        return loss

    for step in range(20):
        rate = 0.2 * 0.99 ** (step / 1)
        loss = update()
        yield {"step": step + 1, "w": w.numpy(), "loss": loss.numpy(), "rate": rate}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f,学习率是%(rate)f" % record)
