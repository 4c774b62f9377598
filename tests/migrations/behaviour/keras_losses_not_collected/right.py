import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

data = np.array([[0.2, -0.4, 1.0], [1.2, 0.3, -0.5], [-0.8, 0.9, 0.1], [0.5, 0.5, 0.5]], np.float32)
target = np.array([[0.3], [-0.2], [0.8], [0.1]], np.float32)
layer = tf.keras.layers.Dense(
    1,
    use_bias=False,
    kernel_initializer=tf.constant_initializer(0.6),
    kernel_regularizer=tf.keras.regularizers.l1(0.05),
)
net = layer(tf.constant(data))
error = tf.reduce_mean(tf.square(net - target))
train = tf.train.MomentumOptimizer(0.05, 0.5).minimize(error + tf.add_n(layer.losses))
kernel = tf.trainable_variables()[0]
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(15):
        session.run(train)
        if step % 5 == 4:
            print("after", step + 1, "error %.6f" % session.run(error), "kernel", session.run(kernel).ravel())
