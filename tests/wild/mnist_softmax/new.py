"""The softmax on MNIST in TensorFlow 2, with the batches of the old loader."""
import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data

mnist = input_data.read_data_sets("MNIST_data/", one_hot=True)

W = tf.Variable(tf.zeros([784, 10]))
b = tf.Variable(tf.zeros([10]))
optimizer = tf.keras.optimizers.SGD(0.5)
loss_of = tf.keras.losses.CategoricalCrossentropy(from_logits=True)

for i in range(50):
    batch_xs, batch_ys = mnist.train.next_batch(100)
    with tf.GradientTape() as tape:
        loss = loss_of(batch_ys, tf.matmul(batch_xs, W) + b)
    optimizer.apply_gradients(zip(tape.gradient(loss, [W, b]), [W, b]))
    if i % 10 == 0:
        print("step %d, loss %.4f" % (i, loss))
predicted = tf.argmax(tf.matmul(mnist.test.images, W) + b, 1)
correct = tf.equal(predicted, tf.argmax(mnist.test.labels, 1))
print("test accuracy:", tf.reduce_mean(tf.cast(correct, tf.float32)).numpy())
