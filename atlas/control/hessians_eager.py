import tensorflow as tf


def trace():
    """Second derivatives of x^2 y + y^3 at 2, 3."""
    x = tf.constant([2.0, 3.0])
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = x[0] * x[0] * x[1] + x[1] * x[1] * x[1]
        gradient = tape.gradient(y, x)
    yield {"hessian": outer.jacobian(gradient, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
