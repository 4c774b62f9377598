import tensorflow as tf


def trace():
    """The first steps are too long: there is less to divide by."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    # Wrong: the same rule as tf.train.RMSPropOptimizer(0.1), but its mean of squares starts at 0, not at 1.
    optimizer = tf.keras.optimizers.RMSprop(0.1)

    for step in range(10):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        optimizer.apply_gradients([(gradient, w)])
        yield {"step": step, "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: w %(w).4f" % record)
