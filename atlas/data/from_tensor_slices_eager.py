import tensorflow as tf


def trace():
    """Pairs of a Python float and a whole number, their types, filtered and with a window of take and skip."""
    dataset = tf.data.Dataset.from_tensor_slices(([0.5, 1.5, 2.5, 3.5], [1, 2, 3, 4]))
    for x, y in dataset.filter(lambda x, _: x > 1.0).skip(1).take(2):
        yield {"x": x.numpy(), "y": y.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
