"""A small convolutional net, told by flags how to be trained; with absl and TensorFlow 2."""
import numpy as np
import tensorflow as tf
from absl import app, flags

flags.DEFINE_integer("train_steps", None, "Number of steps.")
flags.DEFINE_float("learning_rate", 0.1, "Learning rate.")
flags.DEFINE_integer("batch_size", 16, "Batch size.")
flags.mark_flag_as_required("train_steps")
FLAGS = flags.FLAGS


def images_and_labels():
    rng = np.random.RandomState(0)
    labels = rng.randint(0, 4, 256)
    images = rng.normal(size=[256, 12, 12, 1]).astype(np.float32)
    for image, label in zip(images, labels):
        image[3 * label:3 * label + 3] += 1.0
    return images, labels.astype(np.int64)


class Net(tf.Module):
    def __init__(self):
        self.kernel = tf.Variable(tf.random.truncated_normal([3, 3, 1, 8], stddev=0.1, seed=1))
        self.weights = tf.Variable(tf.random.truncated_normal([6 * 6 * 8, 4], stddev=0.1, seed=2))
        self.biases = tf.Variable(tf.constant(0.1, shape=[4]))

    def __call__(self, images):
        conv = tf.nn.relu(tf.nn.conv2d(images, self.kernel, 1, padding="SAME"))
        pool = tf.nn.max_pool2d(conv, 2, 2, padding="SAME")
        return tf.matmul(tf.reshape(pool, [-1, 6 * 6 * 8]), self.weights) + self.biases


def main(_):
    tf.random.set_seed(42)
    images, labels = images_and_labels()
    net = Net()
    optimizer = tf.keras.optimizers.SGD(FLAGS.learning_rate, momentum=0.9)
    for step in range(FLAGS.train_steps):
        at = step * FLAGS.batch_size % len(images)
        x, y = images[at:at + FLAGS.batch_size], labels[at:at + FLAGS.batch_size]
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=net(x)))
        variables = net.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        if step % 5 == 0:
            print("Step %d: loss = %.3f" % (step, loss))
    accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(net(images), 1), labels), tf.float32))
    print("Accuracy: %.4f" % accuracy)


if __name__ == "__main__":
    app.run(main)
