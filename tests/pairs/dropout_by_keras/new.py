import numpy as np
import tensorflow as tf

features = np.random.RandomState(4).rand(12, 5).astype(np.float32)
thin = tf.keras.layers.Dropout(0.25)
scale = tf.Variable(tf.fill([5, 1], 0.4))
for k in range(6):
    with tf.GradientTape() as tape:
        cost = tf.reduce_mean(tf.square(thin(features, training=True) @ scale - 2.0))
    scale.assign_sub(0.1 * tape.gradient(cost, scale))
    print(f"epoch {k} cost {cost:.6f}")
