import numpy as np
import tensorflow as tf

rng = np.random.RandomState(103)
docs = rng.randint(0, 20, (16, 4))
labels = rng.randint(0, 2, (16, 1)).astype(np.float32)
E = rng.uniform(-1, 1, (20, 3)).astype(np.float32)
K = rng.uniform(-1, 1, (3, 1)).astype(np.float32)
emb = tf.Variable(E, name="emb")
k = tf.Variable(K, name="k")
opt = tf.keras.optimizers.SGD(0.2)
for i in range(10):
    with tf.GradientTape() as tape:
        pooled = tf.reduce_sum(tf.nn.embedding_lookup(emb, docs), 1)
        logit = tf.matmul(pooled, k)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logit))
    opt.apply_gradients(zip(tape.gradient(loss, [emb, k]), [emb, k]))
    print(i, "%.6f" % loss)
