import tensorflow as tf

w = tf.Variable(tf.random.stateless_uniform([4], seed=[4, 4], minval=0.999, maxval=1.001))
optimizer = tf.keras.optimizers.SGD(1.95)
for step in range(7):
    print("step %d w %.7f %.7f %.7f %.7f" % ((step,) + tuple(w.numpy())))
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.exp(4.0 * tf.math.log(w)) / 4.0 - tf.square(w) / 2.0)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
