import numpy as np
import tensorflow as tf

data = np.array([[0.2, -0.4, 1.0], [1.2, 0.3, -0.5], [-0.8, 0.9, 0.1], [0.5, 0.5, 0.5]], np.float32)
target = np.array([[0.3], [-0.2], [0.8], [0.1]], np.float32)
net = tf.layers.dense(
    tf.constant(data),
    1,
    use_bias=False,
    kernel_initializer=tf.constant_initializer(0.6),
    kernel_regularizer=lambda w: 0.05 * tf.reduce_sum(tf.abs(w)),
)
error = tf.reduce_mean(tf.square(net - target))
train = tf.train.MomentumOptimizer(0.05, 0.5).minimize(error + tf.losses.get_regularization_loss())
kernel = tf.trainable_variables()[0]
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(15):
        session.run(train)
        if step % 5 == 4:
            print("after", step + 1, "error %.6f" % session.run(error), "kernel", session.run(kernel).ravel())
