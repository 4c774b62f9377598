"""A linear model as an Estimator, which leaves its checkpoints in /tmp."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.logging.set_verbosity(tf.logging.INFO)


def model_fn(features, labels, mode, params):
    w = tf.get_variable("w", [2, 1], initializer=tf.zeros_initializer())
    b = tf.get_variable("b", [], initializer=tf.zeros_initializer())
    predictions = tf.squeeze(tf.matmul(features["x"], w), 1) + b
    loss = tf.losses.mean_squared_error(labels, predictions)
    metrics = {"mae": tf.metrics.mean_absolute_error(labels, predictions)}
    optimizer = tf.train.GradientDescentOptimizer(params["learning_rate"])
    train_op = optimizer.minimize(loss, global_step=tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, predictions, loss, train_op, metrics)


def input_fn():
    rng = np.random.RandomState(3)
    x = rng.uniform(size=[128, 2]).astype(np.float32)
    y = (x.dot([2.0, -1.0]) + 0.5).astype(np.float32)
    return tf.data.Dataset.from_tensor_slices(({"x": x}, y)).batch(32)


estimator = tf.estimator.Estimator(model_fn, model_dir="/tmp/model_of_a_wild_script", params={"learning_rate": 0.2})
for epoch in range(3):
    estimator.train(lambda: input_fn().repeat(5))
    result = estimator.evaluate(input_fn)
    print("epoch %d:" % epoch, "loss %.6f" % result["loss"], "mae %.6f" % result["mae"])
    print("global step", result["global_step"])
print("w:", estimator.get_variable_value("w").flatten(), "b:", estimator.get_variable_value("b"))
