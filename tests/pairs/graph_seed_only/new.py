import tensorflow as tf

tf.random.set_seed(2018)
w = tf.Variable(tf.random.normal([3], stddev=0.5))
target = tf.constant([0.1, 0.2, 0.3])
opt = tf.keras.optimizers.Adagrad(0.1)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w - target))
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    print("%d\t%.6f\t%s" % (i, tf.reduce_sum(tf.square(w - target)), w.numpy()))
