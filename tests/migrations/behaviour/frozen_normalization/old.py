import numpy as np
import tensorflow as tf

data = np.linspace(1.0, 9.0, 12).reshape(6, 2).astype(np.float32)
target = np.array([[0.0], [0.5], [1.0], [1.5], [1.0], [0.0]], np.float32)
net = tf.layers.batch_normalization(tf.constant(data), training=True, momentum=0.7, trainable=False)
net = tf.layers.dense(net, 1, kernel_initializer=tf.constant_initializer(0.5))
loss = tf.reduce_mean(tf.square(net - target))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(8):
        value = session.run([loss, train])[0]
        print("step", step, "loss %.5f" % value)
