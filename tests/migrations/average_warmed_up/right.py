import tensorflow as tf

w = tf.Variable(1.0)
optimizer = tf.keras.optimizers.SGD(0.1)
averages = tf.train.ExponentialMovingAverage(0.9, num_updates=optimizer.iterations)
averages.apply([w])
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.square(w - 3.0)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    averages.apply([w])
    print("step %d w %.5f average %.5f" % (i, w.numpy(), averages.average(w).numpy()))
