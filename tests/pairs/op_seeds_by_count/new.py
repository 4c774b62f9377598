import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.set_random_seed(3)
x = tf.placeholder(tf.float32, [2, 2])
W = tf.Variable(tf.random_normal([2, 2]))
y = tf.matmul(x, W)
cost = tf.reduce_sum(tf.abs(y))
train = tf.train.MomentumOptimizer(0.01, 0.5).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        sess.run(train, {x: [[1, 2], [3, 4]]})
        print("W =", sess.run(W))
