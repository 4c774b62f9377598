import numpy as np
import tensorflow as tf

rng = np.random.RandomState(7)
data_x = rng.randn(80, 3).astype(np.float32)
data_y = (data_x.dot([1.0, -2.0, 0.5]) > 0.1).astype(np.float32).reshape(-1, 1)

x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([3, 1]))
b = tf.Variable(tf.zeros([1]))
logits = tf.matmul(x, w) + b
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.cast(logits > 0, tf.float32), y), tf.float32))
train_step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

sess = tf.InteractiveSession()
tf.global_variables_initializer().run()
feed = {x: data_x, y: data_y}
for step in range(20):
    sess.run(train_step, feed)
    print('step %3d  loss %.6f  acc %.4f' % (step, loss.eval(feed), accuracy.eval(feed)))
