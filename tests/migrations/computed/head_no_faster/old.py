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
i_ = tf.placeholder(tf.int32, [None, 3])
l_ = tf.placeholder(tf.int32, [None])
h = tf.reduce_mean(tf.nn.embedding_lookup(emb, i_), axis=1)
logits = tf.matmul(h, kernel) + bias
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=l_, logits=logits))
opt = tf.train.MomentumOptimizer(0.2, 0.9)
gv = opt.compute_gradients(loss)
# the last layer learns ten times as fast
gv = [(10.0 * g, v) if "kernel" in v.name or "bias" in v.name else (g, v) for g, v in gv]
train_op = opt.apply_gradients(gv)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for s in range(10):
    sess.run(train_op, {i_: ids, l_: labels})
    print("%d %.7f" % (s, sess.run(loss, {i_: ids, l_: labels})))
