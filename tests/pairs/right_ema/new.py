import tensorflow as tf

v = tf.Variable(0.0)
shadow = tf.Variable(0.0)


def maintain(n):
    decay = tf.minimum(0.99, (1.0 + n) / (10.0 + n))
    shadow.assign_sub((1 - decay) * (shadow - v))


print([v.numpy(), shadow.numpy()])
for n, value in [(0, 5.0), (100, 5.0), (1000, 10.0), (1000, 10.0)]:
    v.assign(value)
    maintain(n)
    print([v.numpy(), shadow.numpy()])
