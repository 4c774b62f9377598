import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Labels against predictions of three classes, plain and with weights."""
    labels, predictions = [0, 1, 2, 2], [0, 2, 2, 2]

    with tf.Session() as sess:
        yield {"matrix": sess.run(tf.confusion_matrix(labels, predictions, 3))}
        weighted = tf.confusion_matrix(labels, predictions, 3, tf.float32, weights=tf.constant([0.5, 1.0, 2.0, 0.25]))
        yield {"matrix": sess.run(weighted)}


if __name__ == "__main__":
    for record in trace():
        print(record)
