import tensorflow as tf

lr = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5)
w = tf.Variable([[1.0], [2.0], [-1.5]])
x = tf.constant([[1.0, 0.5, -0.2], [0.3, -0.8, 1.1], [0.9, 0.1, 0.4], [-1.2, 0.6, 0.7]])
y = tf.constant([[0.2], [1.0], [-0.4], [0.5]])
opt = tf.keras.optimizers.SGD(lr)


def compute_loss():
    return tf.reduce_mean(tf.square(tf.matmul(x, w) - y))


print('=' * 30)
for epoch in range(40):
    with tf.GradientTape() as tape:
        loss = compute_loss()
    g = tape.gradient(loss, [w])
    opt.apply_gradients(zip(g, [w]))
    if epoch % 2 == 1:
        print('[epoch {}] loss = {:.5f}'.format(epoch, compute_loss()))
print('=' * 30)
print('weights:', w.numpy().flatten())
