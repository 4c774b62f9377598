import tensorflow as tf

w = tf.Variable([2., -1.])
loss = tf.reduce_sum(tf.square(w) * [1., .5])
step = tf.train.get_or_create_global_step()
rate = tf.train.cosine_decay_restarts(.1, step, 3)
op = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=step)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        print('step', i, 'loss %.6f' % s.run([loss, op])[0])
