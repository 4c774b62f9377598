import tensorflow as tf


def trace():
    """Every row shows the rate of the next one: 0.198 instead of 0.2 in the first."""
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.2, 1, 0.99)
    optimizer = tf.keras.optimizers.SGD(schedule)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for step in range(20):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        optimizer.apply_gradients([(gradient, w)])
        # Wrong: apply_gradients has counted iterations up by now. schedule(step) is the rate that it used.
        rate = schedule(optimizer.iterations)
        yield {"step": step + 1, "w": w.numpy(), "loss": loss.numpy(), "rate": rate.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f,学习率是%(rate)f" % record)
