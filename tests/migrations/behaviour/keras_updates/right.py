import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

data = np.array([[0.5, 9.0, -1.0], [1.5, 7.0, 2.0], [2.0, 3.0, 0.0], [4.0, 1.0, 1.0], [3.0, 4.0, -2.0]], np.float32)
target = np.array([[1.0], [0.0], [2.0], [4.0], [3.0]], np.float32)
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
layers = [
    tf.keras.layers.BatchNormalization(momentum=0.8),
    tf.keras.layers.Dense(4, activation="tanh", kernel_initializer=tf.constant_initializer(0.2)),
    tf.keras.layers.BatchNormalization(momentum=0.8),
    tf.keras.layers.Dense(1, kernel_initializer=tf.constant_initializer(0.1)),
]


def network(values, training):
    for layer in layers:
        normal = isinstance(layer, tf.keras.layers.BatchNormalization)
        values = layer(values, training=training) if normal else layer(values)
    return values


loss = tf.reduce_mean(tf.square(network(x, True) - y))
validation = tf.reduce_mean(tf.square(network(x, False) - y))
with tf.control_dependencies(layers[0].updates + layers[2].updates):
    train = tf.train.MomentumOptimizer(0.02, 0.9).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(25):
        value, _ = session.run([loss, train], {x: data, y: target})
        if step % 6 == 0:
            print("step %d loss %.5f validation %.5f" % (step, value, session.run(validation, {x: data, y: target})))
