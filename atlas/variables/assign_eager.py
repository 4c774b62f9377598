import tensorflow as tf


def trace():
    """What assign, assign_add and assign_sub give back, and what the variable is then."""
    w = tf.Variable([1.0, 2.0])
    for update, value in ((w.assign, [3.0, 4.0]), (w.assign_add, [0.1, 0.1]), (w.assign_sub, [1.0, 5.0])):
        yield {"given": update(value).numpy(), "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
