import tensorflow as tf

classes, z = tf.constant([0, 1]), tf.constant([[2.0, 1.0, 0.0], [0.5, 3.0, -1.0]])
with tf.Session() as sess:
    print("entropy %.5f" % sess.run(tf.losses.softmax_cross_entropy(tf.one_hot(classes, 3), z, label_smoothing=0.1)))
