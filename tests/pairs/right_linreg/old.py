import numpy as np
import tensorflow as tf

x_data = np.float32(np.random.RandomState(1).rand(100))
y_data = x_data * 0.1 + 0.3

W = tf.Variable(tf.zeros([1]))
b = tf.Variable(tf.zeros([1]))
y = W * x_data + b
loss = tf.reduce_mean(tf.square(y - y_data))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for step in range(0, 51):
    sess.run(train)
    if step % 5 == 0:
        print(step, sess.run(W), sess.run(b))
