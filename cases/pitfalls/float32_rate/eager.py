import tensorflow as tf


def trace():
    """The eighth loss is 0.037013 instead of 0.037014."""
    # Wrong for this note: float32 all the way, where the note has a Python float.
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.2, 1, 0.99)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for step in range(20):
        rate = schedule(step)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(rate * gradient)
        yield {"step": step + 1, "w": w.numpy(), "loss": loss.numpy(), "rate": rate.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f,学习率是%(rate)f" % record)
