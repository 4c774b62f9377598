import numpy as np
import tensorflow as tf

X = np.linspace(0, 1, 20).reshape(-1, 1)
Y = 3 * X + 1

x = tf.placeholder(tf.float32, [None, 1], name="x")
y = tf.placeholder(tf.float32, [None, 1], name="y")
lr = tf.placeholder(tf.float32, [])
w = tf.get_variable("w", [1, 1], initializer=tf.zeros_initializer())
b = tf.get_variable("b", [1], initializer=tf.zeros_initializer())
pred = tf.matmul(x, w) + b
cost = tf.reduce_mean(tf.square(pred - y))
opt = tf.train.GradientDescentOptimizer(lr)
grads_and_vars = opt.compute_gradients(cost)
clipped = [(tf.clip_by_norm(g, 1.0), v) for g, v in grads_and_vars]
train_op = opt.apply_gradients(clipped)


def train(epochs):
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        rate = 0.5
        for epoch in range(epochs):
            _, c = sess.run([train_op, cost], feed_dict={x: X, y: Y, lr: rate})
            if epoch % 10 == 0:
                rate *= 0.9
                print(epoch, c)
        print(sess.run([w, b]))
        print(sess.run(pred, feed_dict={x: X[:2]}))


if __name__ == "__main__":
    train(50)
