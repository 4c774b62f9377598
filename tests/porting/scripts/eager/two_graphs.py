import numpy as np
import tensorflow as tf

np.random.seed(2)
samples = np.random.normal(2.0, 0.1, 30)

# one number at a time
x = tf.placeholder(tf.float32, [1])
target = tf.placeholder(tf.float32, [1])
factor = tf.Variable(tf.random_normal([1]))
loss = tf.square(x * factor - target)
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for step in range(120):
    one = [samples[step % 30]]
    sess.run(train, feed_dict={x: one, target: [6.0]})
    if step % 40 == 39:
        print("step", step, "factor", sess.run(factor), "loss", sess.run(loss, {x: one, target: [6.0]}))

# several at a time
tf.reset_default_graph()
sess = tf.Session()
x = tf.placeholder(tf.float32, [None, 1])
target = tf.placeholder(tf.float32, [None, 1])
factor = tf.Variable(tf.random_normal([1], mean=10.0))
loss = tf.reduce_mean(tf.square(x * factor - target))
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
sess.run(tf.global_variables_initializer())
for step in range(20):
    rows = samples[:10].reshape(10, 1)
    sess.run(train, feed_dict={x: rows, target: rows * 3.0})
print("factor", sess.run(factor), "loss", sess.run(loss, {x: rows, target: rows * 3.0}))
