import argparse
import numpy as np
import tensorflow as tf

FLAGS = tf.app.flags.FLAGS
tf.app.flags.DEFINE_float("learning_rate", 0.1, "rate")


def inference(images):
    """Two layers."""
    with tf.variable_scope("hidden"):
        weights = tf.get_variable("weights", [4, 6], initializer=tf.truncated_normal_initializer(stddev=0.1))
        biases = tf.get_variable("biases", [6], initializer=tf.constant_initializer(0.1))
        hidden = tf.nn.relu(tf.matmul(images, weights) + biases)
    with tf.variable_scope("softmax"):
        weights = tf.get_variable("weights", [6, 3], initializer=tf.truncated_normal_initializer(stddev=0.1))
        biases = tf.get_variable("biases", [3], initializer=tf.constant_initializer(0.0))
        return tf.matmul(hidden, weights) + biases


def loss_of(logits, labels):
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=labels))


def training(loss, rate):
    global_step = tf.Variable(0, name="global_step", trainable=False)
    rate = tf.train.exponential_decay(rate, global_step, 10, 0.9, staircase=True)
    optimizer = tf.train.GradientDescentOptimizer(rate)
    return optimizer.minimize(loss, global_step=global_step)


def main(_):
    rng = np.random.RandomState(1)
    data = rng.rand(30, 4).astype(np.float32)
    classes = rng.randint(0, 3, 30)
    with tf.Graph().as_default():
        images = tf.placeholder(tf.float32, [None, 4])
        labels = tf.placeholder(tf.int32, [None])
        logits = inference(images)
        loss = loss_of(logits, labels)
        train_op = training(loss, FLAGS.learning_rate)
        init = tf.global_variables_initializer()
        saver = tf.train.Saver()
        with tf.Session() as sess:
            sess.run(init)
            for step in range(40):
                feed_dict = {images: data, labels: classes}
                _, loss_value = sess.run([train_op, loss], feed_dict=feed_dict)
                if step % 10 == 0:
                    print("Step %d: loss = %.4f" % (step, loss_value))


if __name__ == "__main__":
    tf.app.run()
