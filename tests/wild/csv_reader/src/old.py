"""Linear regression on a table, read by queue runners; is started in the folder above."""
import tensorflow as tf

queue = tf.train.string_input_producer(["data/houses.csv"], shuffle=False)
reader = tf.TextLineReader(skip_header_lines=1)
_, line = reader.read(queue)
rooms, area, price = tf.decode_csv(line, record_defaults=[[0.0], [0.0], [0.0]])
features, label = tf.train.batch([tf.stack([rooms / 10.0, area / 100.0]), price / 100.0], batch_size=8)

w = tf.Variable(tf.zeros([2, 1]), name="w")
b = tf.Variable(0.0, name="b")
prediction = tf.squeeze(tf.matmul(features, w), 1) + b
loss = tf.reduce_mean(tf.square(prediction - label))
train = tf.train.AdamOptimizer(0.05).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(1, 101):
        _, cost = sess.run([train, loss])
        if step % 20 == 0:
            print("step", step, "cost", cost)
    print("w =", sess.run(w).flatten(), "b =", sess.run(b))
    coord.request_stop()
    coord.join(threads)
