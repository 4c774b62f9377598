import numpy as np
import tensorflow as tf

rng = np.random.RandomState(41)
X = rng.randn(20, 6).astype(np.float32)
Y = rng.randn(20, 6).astype(np.float32)
params = {"w1": (rng.randn(6, 6) * 0.3).astype(np.float32), "w2": (rng.randn(6, 6) * 0.3).astype(np.float32)}

model = tf.keras.Sequential([tf.keras.layers.Dense(6, activation="elu"), tf.keras.layers.Dense(6)])
model.build((None, 6))
# weights come as [out, in]
model.layers[0].set_weights([params["w1"].T, np.zeros(6, np.float32)])
model.layers[1].set_weights([params["w2"].T, np.zeros(6, np.float32)])
opt = tf.keras.optimizers.SGD(0.2)
for i in range(10):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(X) - Y))
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    print(i, "%.6f" % tf.reduce_mean(tf.square(model(X) - Y)).numpy())
