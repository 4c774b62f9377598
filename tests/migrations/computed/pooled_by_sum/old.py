import numpy as np
import tensorflow as tf

rng = np.random.RandomState(103)
docs = rng.randint(0, 20, (16, 4))
labels = rng.randint(0, 2, (16, 1)).astype(np.float32)
E = rng.uniform(-1, 1, (20, 3)).astype(np.float32)
K = rng.uniform(-1, 1, (3, 1)).astype(np.float32)
d = tf.placeholder(tf.int32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
emb = tf.get_variable("emb", initializer=E)
k = tf.get_variable("k", initializer=K)
pooled = tf.reduce_mean(tf.nn.embedding_lookup(emb, d), 1)
logit = tf.matmul(pooled, k)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logit))
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(10):
        l, _ = sess.run([loss, train], {d: docs, y: labels})
        print(i, "%.6f" % l)
