import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 with momentum; after five updates the rate is made ten times smaller."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    velocity = tf.Variable(tf.zeros_like(w))

    for step in range(10):
        rate = 0.1 if step < 5 else 0.01
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        # By hand: TF1 applies the rate to the whole velocity, so a smaller rate slows it down at once. Keras' SGD puts
        # the rate into the velocity, where what was gathered at the old rate lives on.
        velocity.assign(0.9 * velocity + gradient)
        w.assign_sub(rate * velocity)
        yield {"step": step, "rate": rate, "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: rate %(rate)s, w %(w).5f" % record)
