import tensorflow as tf

tables = [tf.Variable([[0.0, 1.0], [2.0, 3.0]]), tf.Variable([[4.0, 5.0], [6.0, 7.0]])]
for row in tf.nn.embedding_lookup(tables, [0, 1, 3]).numpy():
    print("row %.1f %.1f" % tuple(row))
