import tensorflow as tf

w = tf.Variable(5.0)
schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.2, 4, 0.5)
optimizer = tf.keras.optimizers.SGD(schedule)
for i in range(10):
    with tf.GradientTape() as tape:
        loss = tf.square(w - 1.0)
    rate = schedule(optimizer.iterations)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("iteration %d loss %.6f rate %.5f" % (i, loss.numpy(), rate.numpy()))
