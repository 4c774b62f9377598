import numpy as np
import tensorflow as tf

r = np.random.RandomState(5)
ids = r.randint(0, 10, size=(30, 3))
labels = r.randint(0, 2, size=(30,))
E = r.uniform(-0.5, 0.5, (10, 4)).astype(np.float32)
K = r.uniform(-0.5, 0.5, (4, 2)).astype(np.float32)

emb = tf.Variable(E, name="embedding")
kernel = tf.Variable(K, name="kernel")
bias = tf.Variable(np.zeros(2, np.float32), name="bias")
opt = tf.keras.optimizers.SGD(0.2, momentum=0.9)


def loss_fn():
    h = tf.reduce_mean(tf.nn.embedding_lookup(emb, ids), axis=1)
    logits = tf.matmul(h, kernel) + bias
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))


variables = [emb, kernel, bias]
for s in range(10):
    with tf.GradientTape() as tape:
        loss = loss_fn()
    grads = tape.gradient(loss, variables)
    opt.apply_gradients([(grads[0], emb), (10.0 * grads[1], kernel), (10.0 * grads[2], bias)])
    print("%d %.7f" % (s, loss_fn().numpy()))
