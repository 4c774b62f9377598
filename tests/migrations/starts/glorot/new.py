import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
x = rng.randn(32, 4).astype(np.float32)
y = (x.sum(1) > 0).astype(np.int32)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(16, "relu", kernel_initializer=tf.keras.initializers.GlorotUniform(seed=1)),
        tf.keras.layers.Dense(2, kernel_initializer=tf.keras.initializers.GlorotUniform(seed=2)),
    ]
)
loss_of = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.SGD(0.1)
for step in range(16):
    with tf.GradientTape() as tape:
        loss = loss_of(y, model(x))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    if step % 5 == 0:
        print("step %d loss %.6f" % (step, loss.numpy()))
