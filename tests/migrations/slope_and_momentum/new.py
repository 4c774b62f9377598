import tensorflow as tf

x = tf.constant([[0.5, -0.25], [-1.0, 0.75]])
layer = tf.keras.layers.Dense(2, kernel_initializer=tf.constant_initializer(0.5))
leaky = tf.keras.layers.LeakyReLU(0.2)
optimizer = tf.keras.optimizers.SGD(0.1, momentum=0.9)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(leaky(layer(x)) - 1.0))
    print("step %d loss %.5f" % (i, loss))
    optimizer.apply_gradients(zip(tape.gradient(loss, layer.trainable_variables), layer.trainable_variables))
