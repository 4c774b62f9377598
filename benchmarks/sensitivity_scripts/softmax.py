# Three clouds of points, softmax regression in mini-batches.
import numpy as np
import tensorflow as tf

tf.set_random_seed(2)
random = np.random.RandomState(2)
labels = random.randint(0, 3, 150)
points = (random.randn(150, 4) + 1.5 * labels[:, None]).astype(np.float32)
one_hot = np.eye(3, dtype=np.float32)[labels]
X = tf.placeholder(tf.float32, [None, 4])
Y = tf.placeholder(tf.float32, [None, 3])
W = tf.Variable(tf.random_normal([4, 3], stddev=0.1))
b = tf.Variable(tf.zeros([3]))
logits = tf.matmul(X, W) + b
cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=logits, labels=Y))
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(logits, 1), tf.argmax(Y, 1)), tf.float32))
train = tf.train.GradientDescentOptimizer(0.1).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(100):
        total = 0.0
        for at in range(0, 150, 30):
            _, c = sess.run([train, cost], {X: points[at : at + 30], Y: one_hot[at : at + 30]})
            total += c / 5
        if epoch % 5 == 0:
            print("Epoch:", "%04d" % (epoch + 1), "cost=", "{:.9f}".format(total))
    print("Accuracy:", accuracy.eval({X: points, Y: one_hot}))
