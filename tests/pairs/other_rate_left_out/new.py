import tensorflow as tf
from tensorflow.keras import optimizers

x, y = tf.Variable(2.5), tf.Variable(-1.0)
descend = optimizers.SGD()
for k in range(7):
    with tf.GradientTape() as tape:
        bowl = tf.cosh(x) + tf.square(y - 0.5 * x)
    descend.apply_gradients(zip(tape.gradient(bowl, [x, y]), [x, y]))
    print("step", k, "bowl", bowl.numpy())
