import tensorflow as tf


def trace():
    """A variable saved under its name, changed and restored, and the names in the file."""
    w = tf.Variable([1.5, -2.0], name="layer/w")
    saver = tf.compat.v1.train.Saver({"layer/w": w})
    path = saver.save(None, "./model", write_meta_graph=False)
    w.assign([0.0, 0.0])
    saver.restore(None, path)
    names = tf.train.load_checkpoint(path).get_variable_to_shape_map()
    yield {"w": w.numpy(), "names": " ".join(sorted(names))}


if __name__ == "__main__":
    for record in trace():
        print(record)
