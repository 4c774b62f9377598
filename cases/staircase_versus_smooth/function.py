import tensorflow as tf


def trace(staircase=True):
    """Minimise (w + 1)^2 from w = 5; ten steps bring the rate down from 0.1 by 1 %, in one stair or smoothly."""
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.99, staircase=staircase)
    # A variable, which the traced graph reads anew in each call, as TF1's graph did. A Python int would be read once,
    # while the function is traced: the rate would stay 0.1.
    global_step = tf.Variable(0)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    @tf.function
    def update():
        rate = schedule(global_step)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(rate * gradient)
        global_step.assign_add(1)
        # From before the counter went up: the rate that this update used.
        return rate

    for step in range(21):
        rate = update()
        yield {"step": step, "rate": rate.numpy(), "w": w.numpy()}


if __name__ == "__main__":
    for staircase in (True, False):
        for record in trace(staircase):
            print("step %(step)s: rate %(rate)f, w %(w).4f" % record)
