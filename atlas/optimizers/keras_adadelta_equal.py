import tensorflow as tf


def trace():
    """Three steps on w^2 from 1 with default arguments."""
    w = tf.Variable(1.0)
    optimizer = tf.keras.optimizers.Adadelta(1.0)
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.square(w)
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
