import tensorflow as tf


def trace():
    """First and second derivative of x^4, computed by squaring twice in a loop."""
    x = tf.constant(1.5)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as tape:
            tape.watch(x)
            power = tf.while_loop(lambda step, _: step < 2, lambda step, y: (step + 1, y * y), (0, x))[1]
        first = tape.gradient(power, x)
    yield {"first": first.numpy(), "second": str(outer.gradient(first, x).numpy())}


if __name__ == "__main__":
    for record in trace():
        print(record)
