import numpy as np
import tensorflow as tf

images = np.random.RandomState(0).rand(20, 8, 8, 1)
labels = np.eye(3)[np.random.RandomState(1).randint(0, 3, 20)]
X = tf.placeholder(tf.float32, [None, 8, 8, 1])
Y = tf.placeholder(tf.float32, [None, 3])
training = tf.placeholder(tf.bool)

net = tf.layers.conv2d(X, 4, 3, padding="same", activation=tf.nn.relu)
net = tf.layers.max_pooling2d(net, 2, 2)
net = tf.layers.batch_normalization(net, training=training)
net = tf.contrib.layers.flatten(net)
net = tf.layers.dense(net, 10, activation=tf.nn.relu)
logits = tf.layers.dense(net, 3)
loss = tf.losses.softmax_cross_entropy(Y, logits)
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
with tf.control_dependencies(update_ops):
    train = tf.train.MomentumOptimizer(0.05, 0.9).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for step in range(20):
    _, value = sess.run([train, loss], {X: images, Y: labels, training: True})
    print(step, value)
print(sess.run(loss, {X: images, Y: labels, training: False}))
sess.close()
