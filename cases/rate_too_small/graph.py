import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise (w + 1)^2 from w = 5 at rate 0.01; w is from after each update, the printed loss from before it."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(0.01).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(20):
            # The note is TF2 code: there the loss is computed on the way to the gradient, before the update.
            loss_val = sess.run(loss)
            sess.run(train_step)
            yield {"step": step + 1, "w": sess.run(w), "loss": loss_val}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f" % record)
