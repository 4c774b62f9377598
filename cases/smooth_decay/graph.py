import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise (w + 1)^2 from w = 5 at a rate that starts at 0.2 and falls smoothly by 1 % with every step."""
    global_step = tf.Variable(0, trainable=False)
    rate = tf.train.exponential_decay(0.2, global_step, 1, 0.99)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=global_step)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for epoch in range(40):
            # The note is TF2 code and prints the loss from before the update and the rate of this very update. Here
            # both follow their variables, so they are read first: train_step changes w and counts global_step up.
            loss_val, rate_val = sess.run([loss, rate])
            sess.run(train_step)
            yield {"step": epoch, "w": sess.run(w), "loss": loss_val, "rate": rate_val}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s epoch,w is %(w)f,loss is %(loss)f,lr is %(rate)f" % record)
