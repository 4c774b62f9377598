import tensorflow as tf

w = tf.Variable(6.0)
for i in range(35):
    lr = 0.1 * 0.8 ** (i / 10)
    with tf.GradientTape() as tape:
        loss = (w - 2.0) ** 2
    w.assign_sub(lr * tape.gradient(loss, w))
    print("step=%d rate=%.6f w=%.6f" % (i, lr, w))
