import tensorflow as tf

w = tf.Variable(1.0)
loss = (w - 3) ** 2
optimizer = tf.compat.v1.train.AdamOptimizer(0.1)
for i in range(3):
    optimizer.minimize(loss)
    print("w =", w.numpy())
