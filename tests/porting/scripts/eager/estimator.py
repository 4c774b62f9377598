import numpy as np
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)
rng = np.random.RandomState(0)
X = rng.rand(40, 2).astype(np.float32)
Y = (X[:, 0] > X[:, 1]).astype(np.int32)


def my_input(features, labels, batch):
    dataset = tf.data.Dataset.from_tensor_slices((dict(features), labels))
    return dataset.repeat(2).batch(batch).make_one_shot_iterator().get_next()


def my_model(features, labels, mode, params):
    net = tf.feature_column.input_layer(features, params["feature_columns"])
    for units in params["hidden_units"]:
        net = tf.layers.dense(net, units=units, activation=tf.nn.relu)
    logits = tf.layers.dense(net, params["n_classes"], activation=None)
    predicted = tf.argmax(logits, 1)
    if mode == tf.estimator.ModeKeys.PREDICT:
        return tf.estimator.EstimatorSpec(mode, predictions={"class_ids": predicted[:, tf.newaxis], "logits": logits})
    loss = tf.losses.sparse_softmax_cross_entropy(labels=labels, logits=logits)
    accuracy = tf.metrics.accuracy(labels=labels, predictions=predicted, name="acc_op")
    if mode == tf.estimator.ModeKeys.EVAL:
        return tf.estimator.EstimatorSpec(mode, loss=loss, eval_metric_ops={"accuracy": accuracy})
    optimizer = tf.train.AdagradOptimizer(learning_rate=0.1)
    train_op = optimizer.minimize(loss, global_step=tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train_op)


def main(argv):
    del argv
    columns = [tf.feature_column.numeric_column(key=key) for key in ("a", "b")]
    classifier = tf.estimator.Estimator(
        model_fn=my_model,
        params={"feature_columns": columns, "hidden_units": [4], "n_classes": 2},
        config=tf.estimator.RunConfig(tf_random_seed=3),
    )
    data = {"a": X[:, 0], "b": X[:, 1]}
    classifier.train(input_fn=lambda: my_input(data, Y, 8), steps=10)
    result = classifier.evaluate(input_fn=lambda: my_input(data, Y, 8))
    print("\nTest set accuracy: {accuracy:0.3f} loss {loss:0.4f}\n".format(**result))


if __name__ == "__main__":
    tf.app.run(main)
