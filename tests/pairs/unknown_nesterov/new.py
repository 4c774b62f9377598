import tensorflow as tf

a = tf.Variable(3.0)
b = tf.Variable(-4.0)
optimizer = tf.keras.optimizers.SGD(0.05, momentum=0.8)
for i in range(20):
    with tf.GradientTape() as tape:
        cost = 0.5 * a ** 2 + 2.0 * b ** 2
    optimizer.apply_gradients(zip(tape.gradient(cost, [a, b]), [a, b]))
    print('{"step": %d, "a": %.6f, "b": %.6f, "cost": %.6f}' % (i, a, b, 0.5 * a ** 2 + 2.0 * b ** 2))
