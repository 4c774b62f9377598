import numpy as np
import tensorflow as tf

rng = np.random.RandomState(2017)
X = rng.normal(size=(90, 4)).astype('float32')
Y = rng.randint(3, size=90)
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.int64, [None])
W = tf.Variable(tf.zeros([4, 3]))
b = tf.Variable(tf.zeros([3]))
logits = tf.matmul(x, W) + b
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=y))
acc = tf.reduce_mean(tf.to_float(tf.equal(tf.argmax(logits, 1), y)))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(6):
        order = rng.permutation(90)
        losses = []
        for i in range(0, 90, 30):
            idx = order[i:i + 30]
            l, _ = sess.run([loss, train], feed_dict={x: X[idx], y: Y[idx]})
            losses.append(l)
        print("Epoch %d, train loss = %.4f, train accuracy = %.2f%%" % (epoch, np.mean(losses), 100 * sess.run(acc, {x: X, y: Y})))
