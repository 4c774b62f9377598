import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Four boxes, two of them alike with the same score, one whose overlap is exactly the default threshold of 0.5."""
    boxes = [[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.5, 1.0], [2.0, 2.0, 3.0, 3.0]]
    chosen = tf.image.non_max_suppression(boxes, [0.5, 0.5, 0.4, 0.9], 4)

    with tf.Session() as sess:
        yield {"chosen": sess.run(chosen)}


if __name__ == "__main__":
    for record in trace():
        print(record)
