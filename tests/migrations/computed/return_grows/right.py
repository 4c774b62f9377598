import numpy as np
import tensorflow as tf

state = np.array([[.1, .5], [.9, -.3], [-.4, .8], [.2, .2]], np.float32)
taken = np.array([0, 1, 1, 0]); adv = np.array([1., -.5, 2., .3], np.float32)
theta = tf.Variable([[.2, -.1], [.4, .3]])
sgd = tf.keras.optimizers.SGD(.5)
for ep in range(9):
    with tf.GradientTape() as tape:
        logp = tf.gather(tf.nn.log_softmax(tf.matmul(state, theta)), taken, axis=1, batch_dims=1)
        objective = -tf.reduce_mean(logp * adv)
    sgd.apply_gradients([(tape.gradient(objective, theta), theta)])
    print('episode {} objective {:.5f}'.format(ep, objective.numpy()))
print(theta.numpy())
