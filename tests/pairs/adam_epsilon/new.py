import tensorflow as tf

offset = tf.Variable(2e-6)
gain = tf.Variable(1e-6)
opt = tf.keras.optimizers.Adam(learning_rate=1e-7)


def loss():
    return 0.5 * (tf.square(offset) + tf.square(gain - 3e-6))


for i in range(1, 31):
    with tf.GradientTape() as tape:
        value = loss()
    variables = [offset, gain]
    opt.apply_gradients(zip(tape.gradient(value, variables), variables))
    print(i, offset.numpy(), gain.numpy(), loss().numpy())
