import tensorflow as tf

rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 55, 0.5, staircase=True)
optimizer = tf.keras.optimizers.SGD(rate)
w = tf.Variable(5.0)
optimizer.build([w])


@tf.function
def train():
    now = rate(optimizer.iterations)
    with tf.GradientTape() as tape:
        loss = tf.square(w - 1.0)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    return now


for i in range(64):
    now = train()
    print("step %d rate %.3f w %.9f" % (i, now, w.numpy()))
