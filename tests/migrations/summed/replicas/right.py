import numpy as np
import tensorflow as tf

tf.config.set_logical_device_configuration(
    tf.config.list_physical_devices('CPU')[0], [tf.config.LogicalDeviceConfiguration()] * 2)
r = np.random.RandomState(2)
X = r.randn(6, 2).astype(np.float32); Y = r.randn(6, 1).astype(np.float32)
strategy = tf.distribute.MirroredStrategy(['/cpu:0', '/cpu:1'])
with strategy.scope():
    w = tf.Variable([[.3], [-.2]])
    opt = tf.keras.optimizers.SGD(.2)


def of_replica(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
    opt.apply_gradients([(tape.gradient(loss, w) / strategy.num_replicas_in_sync, w)])
    return loss


@tf.function
def step(x, y):
    return strategy.reduce('MEAN', strategy.run(of_replica, (x, y)), axis=None)


data = tf.data.Dataset.from_tensor_slices((X, Y)).batch(6).repeat(4)
for i, (x, y) in enumerate(strategy.experimental_distribute_dataset(data)):
    print('step', i, 'loss %.6f' % step(x, y).numpy())
