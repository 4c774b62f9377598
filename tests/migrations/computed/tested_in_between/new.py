import numpy as np
import tensorflow as tf

features = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
target = np.cos(np.arange(10.0)).astype(np.float32).reshape(10, 1)
constant = tf.keras.initializers.Constant
hidden = tf.keras.layers.Dense(6, activation="tanh", kernel_initializer=constant(0.3))
last = tf.keras.layers.Dense(1, kernel_initializer=constant(0.2))
optimizer = tf.keras.optimizers.SGD(0.1)


def loss_of(rate):
    return tf.reduce_mean(tf.square(last(tf.nn.dropout(hidden(features), rate, seed=5)) - target))


for step in range(6):
    with tf.GradientTape() as tape:
        loss = loss_of(tf.constant(0.5))
    variables = hidden.trainable_variables + last.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    if step % 2:
        print("step %d loss %.4f" % (step, loss_of(0)))
