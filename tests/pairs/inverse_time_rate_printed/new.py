import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def main():
    steps = tf.train.create_global_step()
    speed = tf.train.inverse_time_decay(0.3, steps, 2, 0.25)
    angle = tf.get_variable("angle", initializer=2.0)
    optimizer = tf.train.GradientDescentOptimizer(speed)
    go = optimizer.minimize(1.0 - tf.cos(angle))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for turn in range(12):
            sess.run(go)
            now, rate = sess.run([angle, speed])
            print("turn %d angle %.6f rate %.6f" % (turn, now, rate))


main()
