import tensorflow as tf

w = tf.Variable(tf.constant(5, dtype=tf.float32))
for epoch in range(10):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1)
    w.assign_sub(0.2 * tape.gradient(loss, w))
    print("After", epoch, "steps: w is", w, "loss is", tf.square(w + 1))
