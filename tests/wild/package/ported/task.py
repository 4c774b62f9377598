"""Started as ``python -m ported.task``."""
import tensorflow as tf

from . import data
from .model import build

if __name__ == "__main__":
    tf.random.set_seed(0)
    x, y = data.load(64)
    model = build()
    # As tf.train.RMSPropOptimizer is by default, but for the place of epsilon, which Keras has outside of the root.
    squares = None
    for step in range(31):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        if step % 10 == 0:
            print("step %d loss %.5f" % (step, loss))
        variables = model.trainable_variables
        squares = squares or [tf.Variable(tf.ones_like(variable)) for variable in variables]
        for variable, square, gradient in zip(variables, squares, tape.gradient(loss, variables)):
            square.assign(square + (tf.square(gradient) - square) * (1.0 - 0.9))
            variable.assign_sub(0.01 * gradient / tf.sqrt(square + 1e-10))
