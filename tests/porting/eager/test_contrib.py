"""Specification of tf.contrib in drafts to eager: what has an equal is that, whichever module it is imported from."""

from tests.porting.eager.drafts import draft, expected

NET = """
    import tensorflow as tf
    # the layers
    import tensorflow.contrib.slim as slim
    from tensorflow.contrib.layers.python.layers import fully_connected, flatten

    x = tf.placeholder(tf.float32, [None, 8, 8, 1])
    y = slim.max_pool2d(slim.conv2d(x, 4, [3, 3], biases_initializer=None), [2, 2])
    z = fully_connected(flatten(y), 3, activation_fn=None)
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    print(sess.run(z, {x: rows}))
"""


def test_layers_of_slim_are_those_of_keras_and_their_import_goes_with_its_comment_kept() -> None:
    assert draft(NET) == expected(
        """
        import tensorflow as tf
        # the layers

        x_spec = tf.TensorSpec([None, 8, 8, 1], tf.float32)
        y_layer = tf.keras.layers.Conv2D(4, [3, 3], activation="relu", padding="same", use_bias=False)
        z_layer = tf.keras.layers.Dense(3, activation=None)


        @tf.function(input_signature=[x_spec])
        def compute_z(x):
            y = tf.keras.layers.MaxPooling2D([2, 2], 2)(y_layer(x))
            return z_layer(tf.keras.layers.Flatten()(y))


        print(compute_z(rows).numpy())
        """
    )


def test_batch_norm_is_that_of_keras_with_the_defaults_of_contrib_and_its_activation_behind_it() -> None:
    made = draft(
        NET.replace("fully_connected, flatten", "fully_connected, flatten, batch_norm").replace(
            "z = fully",
            "training = tf.placeholder(tf.bool)\n"
            "    y = batch_norm(y, 0.9, is_training=training, activation_fn=tf.nn.relu, updates_collections=None)\n"
            "    z = fully",
        )
    )
    assert "y_layer_2 = tf.keras.layers.BatchNormalization(momentum=0.9, scale=False)\n" in made
    assert "    y = tf.nn.relu(y_layer_2(y, training=training))\n" in made
    kept = draft(NET.replace("z = fully", "y = tf.contrib.layers.batch_norm(y)\n    z = fully"))
    assert "# port: the averages never change, for the script does not run UPDATE_OPS: momentum=1.0\n" in kept
    assert "BatchNormalization(momentum=1.0, scale=False)" in kept and "(y, training=True)" in kept


def test_an_import_of_which_something_is_left_is_marked() -> None:
    made = draft(NET.replace("flatten\n", "flatten, layer_norm\n").replace("z = fully", "z = layer_norm(y) + fully"))
    assert (
        "# the layers\n# port: tf.contrib is gone\nfrom tensorflow.contrib.layers.python.layers import layer_norm\n"
    ) in made


def test_layers_whose_defaults_a_scope_says_are_left() -> None:
    scoped = NET.replace("    y = slim", "    with slim.arg_scope([slim.conv2d], stride=2):\n        y = slim")
    assert "# port: tf.contrib.slim.conv2d is gone with tf.contrib\n" in draft(scoped)


def test_a_module_that_may_hand_an_import_on_keeps_it_marked() -> None:
    old = "import tensorflow as tf\nfrom tensorflow.contrib import rnn\nsize = 3\n"
    assert "# port: tf.contrib is gone\nfrom tensorflow.contrib import rnn\n" in draft(old)
    assert "contrib" not in draft(f"{old}print(size)\n")


def test_tensorflow_may_come_with_all_of_another_module() -> None:
    made = draft(
        "from common import *\nx = tf.placeholder(tf.float32, [2])\nprint(tf.Session().run(x * 2, {x: [1, 2]}))\n"
    )
    assert "x_spec = tf.TensorSpec([2], tf.float32)\n" in made
    assert "port:" not in made


def test_initializers_that_keras_spreads_otherwise_are_brought_along() -> None:
    script = """
        import tensorflow as tf

        x = tf.placeholder(tf.float32, [None, 2])
        w = tf.get_variable("w", [2, 3], initializer={made})
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(tf.matmul(x, w), {{x: [[1, 2]]}}))
        """
    scaled = draft(script.format(made="tf.contrib.layers.variance_scaling_initializer(seed=3)"))
    assert 'w = tf.Variable(variance_scaling_initializer(seed=3)([2, 3]), name="w")\n' in scaled
    assert '\ndef variance_scaling_initializer(factor=2.0, mode="FAN_IN", uniform=False, seed=None):\n' in scaled
    normal = draft(script.format(made="tf.contrib.layers.xavier_initializer(uniform=False)"))
    assert 'w = tf.Variable(variance_scaling_initializer(1.0, "FAN_AVG")([2, 3]), name="w")\n' in normal
    uniform = draft(script.format(made="tf.contrib.layers.xavier_initializer()"))
    assert 'w = tf.Variable(tf.keras.initializers.GlorotUniform()([2, 3]), name="w")\n' in uniform
    assert "# port:" not in scaled + normal + uniform
    assert "# port:" in draft(script.format(made="tf.contrib.layers.xavier_initializer(uniform=flag)"))
