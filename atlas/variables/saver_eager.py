import tensorflow as tf


def trace():
    """A variable saved, changed and restored, and the names in the file."""
    w = tf.Variable([1.5, -2.0], name="layer/w")
    checkpoint = tf.train.Checkpoint(w=w)
    path = checkpoint.write("./model")
    w.assign([0.0, 0.0])
    checkpoint.read(path)
    names = tf.train.load_checkpoint(path).get_variable_to_shape_map()
    yield {"w": w.numpy(), "names": " ".join(sorted(names))}


if __name__ == "__main__":
    for record in trace():
        print(record)
