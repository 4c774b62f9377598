import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 at rate 1, which steps over the minimum; w is printed after each update."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for _ in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(1.0 * gradient)
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record["w"])
