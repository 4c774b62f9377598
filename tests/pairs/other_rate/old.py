import numpy as np
import tensorflow as tf

x_data = np.array([[1.], [2.], [3.], [4.], [5.]], dtype=np.float32)
y_data = np.array([[2.1], [3.9], [6.2], [7.8], [10.1]], dtype=np.float32)

X = tf.placeholder(tf.float32, shape=[None, 1])
Y = tf.placeholder(tf.float32, shape=[None, 1])
W = tf.Variable([[0.5]])
b = tf.Variable([0.0])
hypothesis = tf.matmul(X, W) + b
cost = tf.reduce_mean(tf.square(hypothesis - Y))
train = tf.train.GradientDescentOptimizer(learning_rate=0.01).minimize(cost)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for step in range(41):
    cost_val, W_val, b_val, _ = sess.run([cost, W, b, train], feed_dict={X: x_data, Y: y_data})
    if step % 5 == 0:
        print(step, "Cost:", cost_val)
