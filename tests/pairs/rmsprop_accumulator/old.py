import numpy as np
import tensorflow as tf

rng = np.random.RandomState(11)
images = rng.rand(48, 9).astype(np.float32)
classes = rng.randint(0, 3, size=48)
W0 = rng.randn(9, 3).astype(np.float32) * 0.1

x = tf.placeholder(tf.float32, [None, 9])
y = tf.placeholder(tf.int32, [None])
W = tf.Variable(W0)
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, W)))
train = tf.train.RMSPropOptimizer(0.01, decay=0.9).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
batch = 16
for epoch in range(8):
    total = 0.0
    for start in range(0, 48, batch):
        _, l = sess.run([train, loss], {x: images[start:start + batch], y: classes[start:start + batch]})
        total += l
    print("epoch=%d, avg_loss=%.6f" % (epoch, total / 3))
