import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

data = np.array([[0.5, 9.0, -1.0], [1.5, 7.0, 2.0], [2.0, 3.0, 0.0], [4.0, 1.0, 1.0], [3.0, 4.0, -2.0]], np.float32)
target = np.array([[1.0], [0.0], [2.0], [4.0], [3.0]], np.float32)
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
is_training = tf.placeholder_with_default(False, [])
net = tf.layers.batch_normalization(x, training=is_training, momentum=0.8, name="first")
net = tf.layers.dense(net, 4, activation=tf.nn.tanh, kernel_initializer=tf.constant_initializer(0.2))
net = tf.layers.batch_normalization(net, training=is_training, momentum=0.8, name="second")
out = tf.layers.dense(net, 1, kernel_initializer=tf.constant_initializer(0.1))
loss = tf.reduce_mean(tf.square(out - y))
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.MomentumOptimizer(0.02, 0.9).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(25):
        value, _ = session.run([loss, train], {x: data, y: target, is_training: True})
        if step % 6 == 0:
            print("step %d loss %.5f validation %.5f" % (step, value, session.run(loss, {x: data, y: target})))
