import tensorflow as tf

x = tf.Variable(4.0)
y = tf.Variable(-2.0)
lr = 0.1


@tf.function
def train():
    with tf.GradientTape() as tape:
        f = (x - 1.0) ** 2 + 2.0 * (y + 0.5) ** 2
    dx, dy = tape.gradient(f, [x, y])
    x.assign_sub(lr * dx)
    y.assign_sub(lr * dy)


for i in range(20):
    if i in (5, 10, 15):
        lr = lr / 2
    train()
    f = (x - 1.0) ** 2 + 2.0 * (y + 0.5) ** 2
    print("i = %d, x = %.6f, y = %.6f, f = %.6f" % (i, x, y, f))
