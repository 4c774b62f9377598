import numpy as np
import tensorflow as tf

rng = np.random.RandomState(11)
images = rng.rand(24, 8).astype(np.float32)
main = rng.randint(0, 3, 24)
side = rng.rand(24, 1).astype(np.float32)
A = rng.randn(8, 6).astype(np.float32) * 0.2
B = rng.randn(6, 3).astype(np.float32) * 0.2
C = rng.randn(6, 1).astype(np.float32) * 0.2

init = tf.keras.initializers.Constant
hidden = tf.keras.layers.Dense(6, activation="tanh", kernel_initializer=init(A))
to_logits = tf.keras.layers.Dense(3, kernel_initializer=init(B))
to_aux = tf.keras.layers.Dense(1, kernel_initializer=init(C))
xent = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
mse = tf.keras.losses.MeanSquaredError()
opt = tf.keras.optimizers.SGD(0.1)

for it in range(15):
    with tf.GradientTape() as tape:
        h = hidden(images)
        main_loss = xent(main, to_logits(h))
        aux_loss = mse(side, to_aux(h))
        total = main_loss + aux_loss
    variables = hidden.trainable_variables + to_logits.trainable_variables + to_aux.trainable_variables
    opt.apply_gradients(zip(tape.gradient(total, variables), variables))
    print("it %2d main %.5f aux %.5f" % (it, main_loss, aux_loss))
