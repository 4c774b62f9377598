import numpy as np
import tensorflow as tf

g = np.random.RandomState(5)
inp = g.rand(10, 6).astype(np.float32); out = g.rand(10, 2).astype(np.float32)
k1, k2 = g.randn(6, 8).astype(np.float32), g.randn(8, 2).astype(np.float32)
net = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(8, 'relu', kernel_initializer=tf.constant_initializer(k1)),
    tf.keras.layers.Dense(2, kernel_initializer=tf.constant_initializer(k2))])
sgd = tf.keras.optimizers.SGD(.02, momentum=.9)
for i in range(12):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.abs(out - tf.cast(net(inp), tf.float32)))
    weights = net.trainable_variables
    sgd.apply_gradients(zip(tape.gradient(loss, weights), weights))
    print('it %d mae %.6f' % (i, loss.numpy()))
