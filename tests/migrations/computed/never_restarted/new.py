import tensorflow as tf

w = tf.Variable([2., -1.])
opt = tf.keras.optimizers.SGD(tf.keras.optimizers.schedules.CosineDecay(.1, 3))
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w) * [1., .5])
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    print('step', i, 'loss %.6f' % loss.numpy())
