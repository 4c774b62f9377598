"""A small convolutional net, told by flags how to be trained."""
import numpy as np
import tensorflow as tf

tf.app.flags.DEFINE_integer("train_steps", None, "Number of steps.")
tf.app.flags.DEFINE_float("learning_rate", 0.1, "Learning rate.")
tf.app.flags.DEFINE_integer("batch_size", 16, "Batch size.")
tf.app.flags.mark_flag_as_required("train_steps")
FLAGS = tf.app.flags.FLAGS


def images_and_labels():
    rng = np.random.RandomState(0)
    labels = rng.randint(0, 4, 256)
    images = rng.normal(size=[256, 12, 12, 1]).astype(np.float32)
    for image, label in zip(images, labels):
        image[3 * label:3 * label + 3] += 1.0
    return images, labels.astype(np.int64)


def inference(images):
    kernel = tf.Variable(tf.truncated_normal([3, 3, 1, 8], stddev=0.1, seed=1))
    conv = tf.nn.relu(tf.nn.conv2d(images, kernel, [1, 1, 1, 1], padding="SAME"))
    pool = tf.nn.max_pool(conv, [1, 2, 2, 1], [1, 2, 2, 1], padding="SAME")
    flat = tf.reshape(pool, [-1, 6 * 6 * 8])
    weights = tf.Variable(tf.truncated_normal([6 * 6 * 8, 4], stddev=0.1, seed=2))
    biases = tf.Variable(tf.constant(0.1, shape=[4]))
    return tf.matmul(flat, weights) + biases


def main(_):
    tf.set_random_seed(42)
    images, labels = images_and_labels()
    x = tf.placeholder(tf.float32, [None, 12, 12, 1])
    y = tf.placeholder(tf.int64, [None])
    logits = inference(x)
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))
    train = tf.train.MomentumOptimizer(FLAGS.learning_rate, 0.9).minimize(loss)
    accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(logits, 1), y), tf.float32))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(FLAGS.train_steps):
            at = step * FLAGS.batch_size % len(images)
            feed = {x: images[at:at + FLAGS.batch_size], y: labels[at:at + FLAGS.batch_size]}
            _, value = sess.run([train, loss], feed)
            if step % 5 == 0:
                print("Step %d: loss = %.3f" % (step, value))
        print("Accuracy: %.4f" % sess.run(accuracy, {x: images, y: labels}))


if __name__ == "__main__":
    tf.app.run()
