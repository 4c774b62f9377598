import tensorflow as tf

inputs = tf.constant([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
targets = tf.constant([[0.0], [1.0], [1.0], [0.0]])
w1 = tf.Variable(tf.random.stateless_uniform([2, 8], seed=[99, 5], minval=-1.0, maxval=1.0), name="w1")
w2 = tf.Variable(tf.random.stateless_uniform([8, 1], seed=[99, 6], minval=-1.0, maxval=1.0), name="w2")
optimizer = tf.keras.optimizers.SGD(0.5, momentum=0.9)


def error():
    return tf.reduce_mean(tf.square(targets - tf.sigmoid(tf.matmul(tf.sigmoid(tf.matmul(inputs, w1)), w2))))


print("first weights\n", w1.numpy())
for i in range(40):
    with tf.GradientTape() as tape:
        e = error()
    optimizer.apply_gradients(zip(tape.gradient(e, [w1, w2]), [w1, w2]))
    if i % 5 == 0:
        print("iteration %d: error %.8f" % (i, error().numpy()))
