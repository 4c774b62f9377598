import numpy as np
import tensorflow as tf

np.random.seed(1234)
features = np.random.rand(60, 5).astype(np.float32)
labels = np.eye(3, dtype=np.float32)[np.argmax(features[:, :3], axis=1)]

W = tf.Variable(tf.random.normal([5, 3], stddev=0.1))
b = tf.Variable(tf.zeros([3]))
optimizer = tf.keras.optimizers.Adam(0.05, epsilon=1e-8)

for step in range(0, 12):
    with tf.GradientTape() as tape:
        logits = tf.matmul(features, W) + b
        ce = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits))
    optimizer.apply_gradients(zip(tape.gradient(ce, [W, b]), [W, b]))
    print({'step': step, 'cross_entropy': ce.numpy()})
