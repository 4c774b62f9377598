import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 with RMSProp."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    # By hand: TF1's mean of squares starts at 1, that of Keras' RMSprop at 0.
    mean_square = tf.Variable(tf.ones_like(w))

    for step in range(10):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        mean_square.assign_add((tf.square(gradient) - mean_square) * (1 - 0.9))
        # TF1 adds its epsilon, 1e-10, under the root.
        w.assign_sub(0.1 * gradient * tf.math.rsqrt(mean_square + 1e-10))
        yield {"step": step, "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: w %(w).4f" % record)
