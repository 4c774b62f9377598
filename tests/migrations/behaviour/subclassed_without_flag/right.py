import numpy as np
import tensorflow as tf

data = np.linspace(1.0, 9.0, 12).reshape(6, 2).astype(np.float32)
target = np.array([[0.0], [0.5], [1.0], [1.5], [1.0], [0.0]], np.float32)


class Network(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first = tf.keras.layers.Dense(3, kernel_initializer=tf.keras.initializers.Constant(0.3))
        self.normal = tf.keras.layers.BatchNormalization(momentum=0.7)
        self.final = tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Constant(0.5))

    def call(self, inputs, training=False):
        return self.final(tf.nn.relu(self.normal(self.first(inputs), training=training)))


network = Network()
network(data)
optimizer = tf.keras.optimizers.SGD(0.05)


@tf.function
def train_step(inputs, labels):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(network(inputs, training=True) - labels))
    gradients = tape.gradient(loss, network.trainable_variables)
    optimizer.apply_gradients(zip(gradients, network.trainable_variables))
    return loss


for epoch in range(8):
    print("epoch", epoch, "loss %.5f" % train_step(tf.constant(data), tf.constant(target)).numpy())
