import tensorflow as tf

tables = [tf.Variable([[0.0, 1.0], [2.0, 3.0]]), tf.Variable([[4.0, 5.0], [6.0, 7.0]])]
rows = tf.nn.embedding_lookup(tables, [0, 1, 3])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for row in sess.run(rows):
        print("row %.1f %.1f" % tuple(row))
