import numpy as np
import tensorflow as tf

data = np.linspace(1.0, 9.0, 12).reshape(6, 2).astype(np.float32)
target = np.array([[0.0], [0.5], [1.0], [1.5], [1.0], [0.0]], np.float32)
net = tf.layers.dense(data, 3, kernel_initializer=tf.constant_initializer(0.3), name="first")
net = tf.layers.batch_normalization(net, training=True, momentum=0.7)
net = tf.layers.dense(tf.nn.relu(net), 1, kernel_initializer=tf.constant_initializer(0.5), name="last")
loss = tf.reduce_mean(tf.square(net - target))
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for epoch in range(8):
        print("epoch", epoch, "loss %.5f" % session.run([loss, train])[0])
