import tempfile

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def inputs():
    x = np.linspace(-1, 1, 8, dtype=np.float32).reshape(8, 1)
    return {"x": tf.constant(x)}, tf.constant((x > 0).astype(np.int32))


def trace():
    """Two classes of eight points, a hidden layer of four units: the mean loss after ten steps of Adagrad, seed 1."""
    config = tf.estimator.RunConfig(model_dir=tempfile.mkdtemp(dir="."), tf_random_seed=1)
    model = tf.estimator.DNNClassifier([4], [tf.feature_column.numeric_column("x")], config=config)
    model.train(inputs, steps=10)
    yield {"loss": model.evaluate(inputs, steps=1)["average_loss"]}


if __name__ == "__main__":
    for record in trace():
        print(record)
