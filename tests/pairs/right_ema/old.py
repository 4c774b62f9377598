import tensorflow as tf

v = tf.Variable(0.0)
step = tf.Variable(0, trainable=False)
ema = tf.train.ExponentialMovingAverage(0.99, step)
maintain = ema.apply([v])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([v, ema.average(v)]))
    for n, value in [(0, 5.0), (100, 5.0), (1000, 10.0), (1000, 10.0)]:
        sess.run(tf.assign(step, n))
        sess.run(tf.assign(v, value))
        sess.run(maintain)
        print(sess.run([v, ema.average(v)]))
