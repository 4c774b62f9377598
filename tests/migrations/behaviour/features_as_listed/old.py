import numpy as np
import tensorflow as tf

width = np.array([[1.], [2.], [.5]], np.float32); height = np.array([[.3], [-1.], [2.]], np.float32)
y = np.array([[1.], [0.], [2.]], np.float32)
columns = [tf.feature_column.numeric_column('width'), tf.feature_column.numeric_column('height')]
net = tf.feature_column.input_layer({'width': tf.constant(width), 'height': tf.constant(height)}, columns)
w = tf.Variable([[.4], [.1]])
loss = tf.reduce_mean(tf.square(tf.matmul(net, w) - y))
op = tf.train.GradientDescentOptimizer(.1).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(3):
        print('step', i, 'loss %.6f' % s.run([loss, op])[0])
