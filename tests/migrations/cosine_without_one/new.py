import tensorflow as tf

a, w = tf.constant([[0.6, 0.8], [1.0, 0.0]]), tf.Variable([[0.5, 1.0], [2.0, 0.25]])
similarity = tf.keras.losses.CosineSimilarity(axis=1)
optimizer = tf.keras.optimizers.SGD(0.1)
for i in range(3):
    with tf.GradientTape() as tape:
        loss = similarity(a, w)
    print("step %d distance %.5f" % (i, loss))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
