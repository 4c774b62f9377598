import tensorflow as tf


def trace(staircase=True):
    """Minimise (w + 1)^2 from w = 5; ten steps bring the rate down from 0.1 by 1 %, in one stair or smoothly."""
    # TF1 binds the schedule to a global_step variable; here it is a function, and the caller passes the step.
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.99, staircase=staircase)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for step in range(21):
        rate = schedule(step)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(rate * gradient)
        yield {"step": step, "rate": rate.numpy(), "w": w.numpy()}


if __name__ == "__main__":
    for staircase in (True, False):
        for record in trace(staircase):
            print("step %(step)s: rate %(rate)f, w %(w).4f" % record)
