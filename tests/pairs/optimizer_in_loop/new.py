import tensorflow as tf

v = tf.Variable([1.0, -2.0, 0.5])
target = tf.constant([0.0, 1.0, 2.0])


def train_one_epoch():
    optimizer = tf.keras.optimizers.Adam(0.1, epsilon=1e-8)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.math.squared_difference(v, target))
    optimizer.apply_gradients([(tape.gradient(loss, v), v)])


for epoch in range(25):
    train_one_epoch()
    print("Epoch {0} - loss: {1:.6f}".format(epoch + 1, tf.reduce_sum(tf.math.squared_difference(v, target))))
