import tensorflow as tf

schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.2, decay_steps=4, decay_rate=0.9)
optimizer = tf.keras.optimizers.SGD(schedule)
theta = tf.Variable([2.0, -3.0])


def loss_fn():
    return tf.reduce_sum(tf.square(theta - [1.0, 0.5]))


for i in range(15):
    with tf.GradientTape() as tape:
        loss = loss_fn()
    optimizer.apply_gradients([(tape.gradient(loss, theta), theta)])
    lr = schedule(optimizer.iterations)
    print("iter", i, "lr", lr.numpy(), "theta", theta.numpy(), "loss", loss_fn().numpy())
