import tensorflow as tf

gs = tf.Variable(0, trainable=False, name='global_step')
lr = tf.train.exponential_decay(0.1, gs, 10, 0.5, staircase=True)
w = tf.Variable(tf.constant([[1.0], [2.0], [-1.5]]))
x = tf.constant([[1.0, 0.5, -0.2], [0.3, -0.8, 1.1], [0.9, 0.1, 0.4], [-1.2, 0.6, 0.7]])
y = tf.constant([[0.2], [1.0], [-0.4], [0.5]])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
opt = tf.train.GradientDescentOptimizer(lr).minimize(loss, global_step=gs)
init = tf.global_variables_initializer()

with tf.Session() as sess:
    sess.run(init)
    print('=' * 30)
    for epoch in range(40):
        sess.run(opt)
        if epoch % 2 == 1:
            print('[epoch {}] loss = {:.5f}'.format(epoch, sess.run(loss)))
    print('=' * 30)
    print('weights:', sess.run(w).flatten())
