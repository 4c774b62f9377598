import tensorflow as tf


def trace():
    """Three steps at rate 0.1 and three at 0.01 on (w + 1)^2 from 5, Nesterov momentum 0.9."""
    w = tf.Variable(5.0)
    rate = tf.Variable(0.1)
    optimizer = tf.compat.v1.train.MomentumOptimizer(lambda: rate, 0.9, use_nesterov=True)
    for value in [0.1, 0.1, 0.1, 0.01, 0.01, 0.01]:
        rate.assign(value)
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
