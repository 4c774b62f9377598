import tensorflow as tf


def trace():
    """Three steps at rate 0.1 and three at 0.01 on (w + 1)^2 from 5, Nesterov momentum 0.9."""
    w = tf.Variable(5.0)
    optimizer = tf.keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True)
    for value in [0.1, 0.1, 0.1, 0.01, 0.01, 0.01]:
        optimizer.learning_rate.assign(value)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
