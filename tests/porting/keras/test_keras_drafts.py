"""Specification of drafts to Keras: layers stand for products with kernels, models for layers behind each other."""

from textwrap import dedent

import pytest

from harness.porting.keras.draft import to_keras


def draft(text: str) -> str:
    return to_keras("import tensorflow as tf\n" + dedent(text).lstrip()).text.removeprefix("import tensorflow as tf\n")


def expected(text: str) -> str:
    return dedent(text).lstrip()


def test_a_product_with_a_matrix_is_a_layer_and_those_behind_each_other_are_a_model() -> None:
    assert draft(
        """
        x_spec = tf.TensorSpec([None, 4], tf.float32)
        # from four
        W1 = tf.Variable(tf.random.normal([4, 8]))  # kernel
        b1 = tf.Variable(tf.zeros([8]))
        W2 = tf.Variable(tf.random.truncated_normal([8, 1], stddev=0.1))


        def compute_y(x):
            # the first
            h = tf.nn.relu(tf.matmul(x, W1) + b1)
            return tf.matmul(h, W2)  # the second


        variables = [W1, b1, W2]
        """
    ) == expected(
        """
        x_spec = tf.TensorSpec([None, 4], tf.float32)
        # from four
        # kernel
        h_layer = tf.keras.layers.Dense(
            8,
            activation=tf.nn.relu,
            kernel_initializer=tf.keras.initializers.RandomNormal(stddev=1.0),
            name="h",
        )
        y_layer = tf.keras.layers.Dense(
            1,
            use_bias=False,
            kernel_initializer=tf.keras.initializers.TruncatedNormal(stddev=0.1),
            name="y",
        )
        model = tf.keras.Sequential([
            tf.keras.Input([4]),
            # the first
            h_layer,
            y_layer,  # the second
        ])


        def compute_y(x):
            return model(x)


        variables = model.trainable_variables
        """
    )


def test_a_convolution_with_its_bias_and_pooling() -> None:
    made = draft(
        """
        K = tf.Variable(tf.random.truncated_normal([5, 3, 1, 2], stddev=0.1))
        b = tf.Variable(tf.constant(0.1, shape=[2]))


        def compute_flat(x):
            image = tf.reshape(x, [-1, 8, 8, 1])
            conv = tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(image, K, strides=[1, 2, 2, 1], padding="SAME"), b))
            pool = tf.nn.max_pool2d(conv, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="VALID")
            return tf.reshape(pool, [-1, 8])
        """
    )
    assert made == expected(
        """
        conv_layer = tf.keras.layers.Conv2D(
            2,
            (5, 3),
            strides=2,
            padding="same",
            activation=tf.nn.relu,
            kernel_initializer=tf.keras.initializers.TruncatedNormal(stddev=0.1),
            bias_initializer=tf.keras.initializers.Constant(0.1),
            name="conv",
        )
        conv_layer.build([None, None, None, 1])
        model = tf.keras.Sequential([
            tf.keras.layers.Reshape((8, 8, 1)),
            conv_layer,
            tf.keras.layers.MaxPooling2D(2, 2, padding="valid"),
            tf.keras.layers.Reshape((8,)),
        ])


        def compute_flat(x):
            return model(x)
        """
    )


@pytest.mark.parametrize(
    ("value", "initializer"),
    [
        ("tf.random.normal([2, 3])", "tf.keras.initializers.RandomNormal(stddev=1.0)"),
        (
            "tf.random.normal([2, 3], 0.5, 2.0, seed=4)",
            "tf.keras.initializers.RandomNormal(mean=0.5, stddev=2.0, seed=4)",
        ),
        ("tf.random.uniform([2, 3], -1.0, 1.0)", "tf.keras.initializers.RandomUniform(minval=-1.0, maxval=1.0)"),
        ("tf.zeros([2, 3])", '"zeros"'),
        ("tf.zeros([2, 3]) + 0.1", "tf.keras.initializers.Constant(0.1)"),
        ("tf.ones((2, 3))", '"ones"'),
        ("tf.keras.initializers.GlorotUniform()([2, 3])", "tf.keras.initializers.GlorotUniform()"),
    ],
)
def test_first_values_are_drawn_as_they_were(value: str, initializer: str) -> None:
    made = draft(f"W = tf.Variable({value})\n\n\ndef compute_y(x):\n    return tf.matmul(x, W)\n")
    assert f"kernel_initializer={initializer}" in made
    assert "tf.Variable" not in made


def test_a_share_that_is_kept_is_a_training_flag() -> None:
    assert draft(
        """
        keep_prob_spec = tf.TensorSpec(None, tf.float32)
        first_layer = tf.keras.layers.Dense(3)
        last_layer = tf.keras.layers.Dense(1)


        def compute_y(x, keep_prob):
            first = first_layer(x)
            kept = tf.nn.dropout(first, rate=1 - keep_prob)
            y = last_layer(kept)
            return y


        print(compute_y(1, 0.7), compute_y(1, 1.0))
        """
    ) == expected(
        """
        training_spec = tf.TensorSpec(None, tf.bool)
        first_layer = tf.keras.layers.Dense(3)
        last_layer = tf.keras.layers.Dense(1)
        model = tf.keras.Sequential([first_layer, tf.keras.layers.Dropout(0.3), last_layer])


        def compute_y(x, training):
            y = model(x, training=training)
            return y


        print(compute_y(1, True), compute_y(1, False))
        """
    )


def test_two_shares_in_training_stay_shares() -> None:
    made = draft(
        """
        keep_prob_spec = tf.TensorSpec(None, tf.float32)


        def compute_y(x, keep_prob):
            return tf.nn.dropout(x, rate=1 - keep_prob)


        print(compute_y(1, 0.7), compute_y(1, 0.5))
        """
    )
    assert "rate=1 - keep_prob" in made


def test_what_else_is_asked_of_a_variable_is_asked_of_its_layer() -> None:
    made = draft(
        """
        weights = {
            # the only one
            "out": tf.Variable(tf.zeros([2, 1])),
        }


        def net(x, weights):
            return tf.matmul(x, weights["out"])


        def compute_y(x):
            return net(x, weights)


        print(tf.nn.l2_loss(weights["out"]))
        """
    )
    assert made == expected(
        """
        # the only one
        net_layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros", name="net")
        model = tf.keras.Sequential([tf.keras.Input([2]), net_layer])


        def net(x):
            return model(x)


        def compute_y(x):
            return net(x)


        print(tf.nn.l2_loss(net_layer.kernel))
        """
    )


def test_a_dictionary_that_is_asked_for_as_a_whole_is_one_of_its_layers_variables() -> None:
    made = draft(
        """
        weights = {"out": tf.Variable(tf.zeros([2, 1])), "scale": tf.Variable(1.0)}
        biases = {"out": tf.Variable(tf.zeros([1]))}


        def compute_y(x):
            return (tf.matmul(x, weights["out"]) + biases["out"]) * weights["scale"]


        saver = tf.train.Checkpoint(weights=weights, biases=biases)
        """
    )
    assert 'weights = {"scale": tf.Variable(1.0)}' in made
    assert "weights={**weights, 'out': y_layer.kernel}, biases={'out': y_layer.bias}" in made


def test_a_function_that_is_a_layer_is_what_it_computes() -> None:
    made = draft(
        """
        def conv2d(x, W):
            return tf.nn.conv2d(x, W, strides=[1, 1, 1, 1], padding="SAME")


        K = tf.Variable(tf.zeros([3, 3, 1, 2]))


        def compute_y(x):
            return tf.nn.relu(conv2d(x, K))
        """
    )
    assert "tf.nn.conv2d" not in made
    assert "activation=tf.nn.relu" in made


def test_a_bias_and_an_activation_may_stand_in_the_statements_behind() -> None:
    made = draft(
        """
        K = tf.Variable(tf.zeros([3, 3, 1, 2]))
        b = tf.Variable(tf.zeros([2]))


        def compute_h(x):
            # across
            h = tf.nn.conv2d(x, K, strides=[1, 1, 1, 1], padding="SAME")  # by 3
            h = tf.nn.bias_add(h, b)
            h = tf.nn.relu(h)
            return h * 2
        """
    )
    assert made == expected(
        """
        h_layer = tf.keras.layers.Conv2D(
            2,
            3,
            padding="same",
            activation=tf.nn.relu,
            kernel_initializer="zeros",
            name="h",
        )
        model = tf.keras.Sequential([
            tf.keras.Input([None, None, 1]),
            # across
            # by 3
            h_layer,
        ])


        def compute_h(x):
            h = model(x)
            return h * 2
        """
    )


def test_a_product_that_is_asked_for_itself_stays_apart_from_its_activation() -> None:
    made = draft(
        """
        W = tf.Variable(tf.zeros([3, 2]))


        def compute_both(x):
            total = tf.matmul(x, W)
            active = tf.nn.relu(total)
            return total, active
        """
    )
    assert "active = tf.nn.relu(total)" in made
    assert "activation=" not in made


@pytest.mark.parametrize(
    "text",
    [
        "W = tf.Variable(tf.zeros([2, 1]))\nb = tf.Variable(tf.zeros([3]))\n\n\n"
        "def y(x):\n    return tf.matmul(x, W) + b\n",
        "W = tf.Variable(data)\n\n\ndef y(x):\n    return tf.matmul(x, W)\n",
        "W = tf.Variable(tf.zeros([2, 1], tf.float64))\n\n\ndef y(x):\n    return tf.matmul(x, W)\n",
    ],
    ids=["biases of another length", "a shape that nobody sees", "other numbers than float32"],
)
def test_what_is_no_layer_for_sure_stays(text: str) -> None:
    assert draft(text) == text


def test_a_model_without_layers_is_marked() -> None:
    made = draft(
        """
        w = tf.Variable(tf.zeros([]))


        def train_step(x):
            with tf.GradientTape() as tape:
                loss = tf.square(w * x - 1)
            return tape.gradient(loss, [w])
        """
    )
    assert made.startswith("# port: no layers of Keras stand for this model: none of its variables ")
