import numpy as np
import tensorflow as tf

sess = tf.InteractiveSession()
rng = np.random.RandomState(0)
data = rng.rand(64, 3)
target = data.dot(np.array([[1.0], [-2.0], [0.5]])) + 0.1

x = tf.placeholder(tf.float32, [None, 3])
y_ = tf.placeholder(tf.float32, [None, 1])
keep_prob = tf.placeholder(tf.float32)


def weight_variable(shape):
    initial = tf.truncated_normal(shape, stddev=0.1)
    return tf.Variable(initial)


def bias_variable(shape):
    return tf.Variable(tf.constant(0.1, shape=shape))


W1 = weight_variable([3, 8])
b1 = bias_variable([8])
h1 = tf.nn.relu(tf.matmul(x, W1) + b1)
h1_drop = tf.nn.dropout(h1, keep_prob)
W2 = weight_variable([8, 1])
b2 = bias_variable([1])
y = tf.matmul(h1_drop, W2) + b2

loss = tf.reduce_mean(tf.square(y - y_))
train_step = tf.train.AdamOptimizer(1e-2).minimize(loss)

sess.run(tf.global_variables_initializer())
for i in range(60):
    if i % 20 == 0:
        print("step %d, loss %g" % (i, loss.eval(feed_dict={x: data, y_: target, keep_prob: 1.0})))
    train_step.run(feed_dict={x: data, y_: target, keep_prob: 1.0})
print("final %g" % loss.eval(feed_dict={x: data, y_: target, keep_prob: 1.0}))
