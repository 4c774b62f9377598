import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The eighth loss is 0.037013 instead of 0.037014."""
    global_step = tf.Variable(0, trainable=False)
    # Wrong for this note: float32 all the way, where the note has a Python float.
    rate = tf.train.exponential_decay(0.2, global_step, 1, 0.99)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=global_step)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(20):
            loss_val, rate_val = sess.run([loss, rate])
            sess.run(train_step)
            yield {"step": step + 1, "w": sess.run(w), "loss": loss_val, "rate": rate_val}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f,学习率是%(rate)f" % record)
