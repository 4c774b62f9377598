import tensorflow as tf

classes, z = tf.constant([0, 1]), tf.constant([[2.0, 1.0, 0.0], [0.5, 3.0, -1.0]])
print("entropy %.5f" % tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)(classes, z))
