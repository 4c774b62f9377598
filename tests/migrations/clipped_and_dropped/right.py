import tensorflow as tf

a, b = tf.Variable([4.0, -3.0]), tf.Variable(2.0)
optimizer = tf.keras.optimizers.SGD(0.25)


@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(a)) + 5 * tf.square(b)
    gradients = tape.gradient(loss, [a, b])
    clipped, _ = tf.clip_by_global_norm(gradients, 2.0)
    optimizer.apply_gradients(zip(clipped, [a, b]))
    return loss


for i in range(4):
    print("step %d loss %.5f" % (i, step()))
