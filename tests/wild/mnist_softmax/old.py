"""A softmax on MNIST, as beginners' tutorials had it."""
import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data

mnist = input_data.read_data_sets("MNIST_data/", one_hot=True)

x = tf.placeholder(tf.float32, [None, 784])
y_true = tf.placeholder(tf.float32, [None, 10])
W = tf.Variable(tf.zeros([784, 10]))
b = tf.Variable(tf.zeros([10]))
logits = tf.matmul(x, W) + b
loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y_true, logits=logits))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
correct = tf.equal(tf.argmax(logits, 1), tf.argmax(y_true, 1))
accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))

sess = tf.InteractiveSession()
tf.global_variables_initializer().run()
for i in range(50):
    batch_xs, batch_ys = mnist.train.next_batch(100)
    _, value = sess.run([train, loss], feed_dict={x: batch_xs, y_true: batch_ys})
    if i % 10 == 0:
        print("step %d, loss %.4f" % (i, value))
print("test accuracy:", sess.run(accuracy, feed_dict={x: mnist.test.images, y_true: mnist.test.labels}))
