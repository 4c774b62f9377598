"""Specification of what Estimators build graphs with."""

from tests.porting.eager.drafts import draft, expected


def test_what_an_estimator_builds_its_graph_with_goes_on_building_one() -> None:
    made = draft(
        """
        import tensorflow as tf
        tf.logging.set_verbosity(tf.logging.ERROR)

        def dense(net):
            return tf.layers.dense(net, 1)

        def model(features, labels, mode):
            loss = tf.losses.mean_squared_error(labels, dense(features["x"]))
            step = tf.train.get_global_step()
            train = tf.train.AdamOptimizer().minimize(loss, global_step=step)
            return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train)

        def data():
            return tf.data.Dataset.from_tensors(({"x": tf.zeros([4, 2])}, tf.ones([4, 1])))

        tf.estimator.Estimator(model_fn=model).train(data)
        """
    )
    assert made == expected(
        """
        import tensorflow as tf
        import tensorflow.compat.v1 as tf1

        # port: Estimators build graphs, and are gone from TensorFlow 2.16: what builds them is TF1's
        def dense(net):
            return tf1.layers.dense(net, 1)

        # port: Estimators build graphs, and are gone from TensorFlow 2.16: what builds them is TF1's
        def model(features, labels, mode):
            loss = tf1.losses.mean_squared_error(labels, dense(features["x"]))
            step = tf1.train.get_global_step()
            train = tf1.train.AdamOptimizer().minimize(loss, global_step=step)
            return tf1.estimator.EstimatorSpec(mode, loss=loss, train_op=train)

        # port: Estimators build graphs, and are gone from TensorFlow 2.16: what builds them is TF1's
        def data():
            return tf1.data.Dataset.from_tensors(({"x": tf1.zeros([4, 2])}, tf1.ones([4, 1])))

        tf.estimator.Estimator(model_fn=model).train(data)
        """
    )
