import tensorflow as tf


def trace():
    """Two layers make a variable of the same name; the first one is updated."""
    first = tf.Variable(tf.ones([2]), name="layer/w")
    second = tf.Variable(tf.ones([2]), name="layer/w")
    first.assign_add([1.0, 2.0])
    yield {"first": first.numpy(), "second": second.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
