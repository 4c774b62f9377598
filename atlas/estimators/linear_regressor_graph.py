import tempfile

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def inputs():
    x = np.linspace(-1, 1, 8, dtype=np.float32).reshape(8, 1)
    return {"x": tf.constant(x)}, tf.constant(3 * x + 1)


def trace():
    """A line through eight points, ten steps on all of them; mean squared error, weight and bias after that."""
    config = tf.estimator.RunConfig(model_dir=tempfile.mkdtemp(dir="."), tf_random_seed=1)
    model = tf.estimator.LinearRegressor([tf.feature_column.numeric_column("x")], config=config)
    model.train(inputs, steps=10)
    loss = model.evaluate(inputs, steps=1)["average_loss"]
    w = model.get_variable_value("linear/linear_model/x/weights")
    yield {"loss": loss, "w": w, "b": model.get_variable_value("linear/linear_model/bias_weights")}


if __name__ == "__main__":
    for record in trace():
        print(record)
