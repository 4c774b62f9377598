import numpy as np
import tensorflow as tf

is_training = tf.placeholder(tf.bool, name="is_training")
images = tf.placeholder(tf.float32, [None, 8, 8, 1])
labels = tf.placeholder(tf.int64, [None])


def conv_bn_relu(net, filters, name):
    with tf.variable_scope(name):
        net = tf.layers.conv2d(net, filters, 3, padding="same", use_bias=False,
                               kernel_initializer=tf.variance_scaling_initializer(seed=1))
        net = tf.layers.batch_normalization(net, training=is_training, momentum=0.9)
        return tf.nn.relu(net)


net = conv_bn_relu(images, 4, "block1")
net = tf.layers.max_pooling2d(net, 2, 2)
net = conv_bn_relu(net, 8, "block2")
net = tf.reduce_mean(net, axis=[1, 2])
logits = tf.layers.dense(net, 3, kernel_initializer=tf.glorot_uniform_initializer(seed=4))
loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
with tf.control_dependencies(update_ops):
    train_op = tf.train.RMSPropOptimizer(0.01).minimize(loss)
acc = tf.reduce_mean(tf.to_float(tf.equal(tf.argmax(logits, 1), labels)))

rng = np.random.RandomState(7)
X = rng.rand(48, 8, 8, 1).astype("float32")
Y = rng.randint(0, 3, 48)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        for i in range(6):
            sl = slice(i * 8, i * 8 + 8)
            _, l = sess.run([train_op, loss], {images: X[sl], labels: Y[sl], is_training: True})
        test_l = sess.run(loss, {images: X, labels: Y, is_training: False})
        test_a = sess.run(acc, {images: X, labels: Y, is_training: False})
        print("epoch {} train {:.4f} test {:.4f} acc {:.3f}".format(epoch, l, test_l, test_a))
