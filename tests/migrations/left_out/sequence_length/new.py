import numpy as np
import tensorflow as tf

values = np.sin(np.arange(24.0)).astype(np.float32).reshape(3, 4, 2)
lengths = [4, 2, 3]
target = np.array([[0.5], [-0.2], [0.1]], np.float32)
constant = tf.keras.initializers.Constant(0.3)
cells = tf.keras.layers.SimpleRNN(3, kernel_initializer=constant, recurrent_initializer=constant)
dense = tf.keras.layers.Dense(1, kernel_initializer=constant)
optimizer = tf.keras.optimizers.SGD(0.1)
for step in range(4):
    with tf.GradientTape() as tape:
        out = dense(cells(values))
        loss = tf.reduce_mean(tf.square(out - target))
    variables = cells.trainable_variables + dense.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    print("step %d loss %.4f" % (step, loss))
