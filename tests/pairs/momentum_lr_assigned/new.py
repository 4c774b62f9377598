import tensorflow as tf

w = tf.Variable([2.0, -1.0, 0.5])
opt = tf.keras.optimizers.SGD(0.1, momentum=0.9)
for epoch in range(12):
    rate = 0.1 if epoch < 6 else 0.01
    opt.learning_rate = rate
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(w))
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    print("epoch", epoch, "- lr", rate, "- loss", tf.reduce_mean(tf.square(w)).numpy())
