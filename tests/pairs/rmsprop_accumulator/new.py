import numpy as np
import tensorflow as tf

rng = np.random.RandomState(11)
images = rng.rand(48, 9).astype(np.float32)
classes = rng.randint(0, 3, size=48)
W0 = rng.randn(9, 3).astype(np.float32) * 0.1

W = tf.Variable(W0)
optimizer = tf.keras.optimizers.RMSprop(learning_rate=0.01, rho=0.9)
batch = 16
for epoch in range(8):
    total = 0.0
    for start in range(0, 48, batch):
        x, y = images[start:start + batch], classes[start:start + batch]
        with tf.GradientTape() as tape:
            l = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, W)))
        optimizer.apply_gradients([(tape.gradient(l, W), W)])
        total += float(l)
    print("epoch=%d, avg_loss=%.6f" % (epoch, total / 3))
