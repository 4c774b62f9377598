import numpy as np
import tensorflow as tf

train_X = np.asarray([3.3, 4.4, 5.5, 6.71, 6.93, 4.168, 9.779, 6.182, 7.59, 2.167, 7.042, 10.791, 5.313, 7.997], np.float32)
train_Y = np.asarray([1.7, 2.76, 2.09, 3.19, 1.694, 1.573, 3.366, 2.596, 2.53, 1.221, 2.827, 3.465, 1.65, 2.904], np.float32)
n_samples = train_X.shape[0]

W = tf.Variable(0.3, name="weight")
b = tf.Variable(-0.2, name="bias")
optimizer = tf.keras.optimizers.SGD(0.01)


def cost(x, y):
    return tf.reduce_sum(tf.pow(x * W + b - y, 2)) / (2 * n_samples)


def train(x, y):
    with tf.GradientTape() as tape:
        c = cost(x, y)
    grads = tape.gradient(c, [W, b])
    return grads


for epoch in range(20):
    for (x, y) in zip(train_X, train_Y):
        train(x, y)
    if (epoch + 1) % 2 == 0:
        c = cost(train_X, train_Y)
        print("Epoch:", '%04d' % (epoch + 1), "cost=", "{:.9f}".format(c), "W=", W.numpy(), "b=", b.numpy())
print("Optimization Finished!")
