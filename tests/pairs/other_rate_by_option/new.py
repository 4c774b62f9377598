import argparse

import tensorflow as tf


def train(options):
    corner = tf.Variable([1.0, 2.0, 3.0])
    sgd = tf.keras.optimizers.SGD(options.learning_rate)
    for k in range(options.rounds):
        with tf.GradientTape() as tape:
            height = tf.reduce_sum(tf.exp(corner) - 2 * corner)
        sgd.apply_gradients([(tape.gradient(height, corner), corner)])
        print(f"round {k} height {tf.reduce_sum(tf.exp(corner) - 2 * corner):.5f}")


parser = argparse.ArgumentParser()
parser.add_argument("--learning-rate", type=float, default=0.02)
parser.add_argument("--rounds", type=int, default=9)
train(parser.parse_args())
