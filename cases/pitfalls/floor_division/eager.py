import tensorflow as tf


def trace():
    """Meant to be smooth, the rate stays 0.1 for ten steps."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for step in range(21):
        # Wrong: this is what step / 10 was in Python 2. In Python 3 the same line makes the rate smooth.
        rate = 0.1 * 0.99 ** (step // 10)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(rate * gradient)
        yield {"step": step, "rate": rate, "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: rate %(rate)f, w %(w).4f" % record)
