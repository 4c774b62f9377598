# Two dense layers of slim, losses of tf.contrib.losses, a metric that streams.
import numpy as np
import tensorflow as tf
import tensorflow.contrib.slim as slim

flags = tf.app.flags
flags.DEFINE_integer("steps", 6, "how many steps")
FLAGS = flags.FLAGS


def main(_):
    features = np.random.RandomState(5).randn(30, 4).astype(np.float32)
    labels = (features[:, 0] > 0).astype(np.int64)
    x = tf.constant(features)
    y = slim.one_hot_encoding(tf.constant(labels), 2)
    with slim.arg_scope([slim.fully_connected], weights_initializer=slim.variance_scaling_initializer(),
                        weights_regularizer=slim.l2_regularizer(1e-3)):
        net = slim.stack(x, slim.fully_connected, [8, 8], scope="hidden")
        logits = slim.fully_connected(net, 2, activation_fn=None, scope="out")
    tf.contrib.losses.softmax_cross_entropy(logits, y)
    total = tf.losses.get_total_loss()
    train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(total)
    right, update = tf.contrib.metrics.streaming_accuracy(tf.argmax(logits, 1), labels)
    with tf.Session() as sess:
        sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        for step in range(FLAGS.steps):
            _, value = sess.run([train, total])
            sess.run(update)
            print("%d %.5f %.3f" % (step, value, sess.run(right)))


if __name__ == "__main__":
    tf.app.run()
