"""Specification of functions that ask for variables by name: as large as what they are given, shared by scopes."""

from tests.porting.eager.drafts import draft

SHARED = """
    import tensorflow as tf

    def layer(x, width, name):
        with tf.variable_scope(name):
            w = tf.get_variable("w", [int(x.shape[-1]), width])
        return tf.matmul(x, w)

    def net(x):
        return layer(tf.nn.relu(layer(x, 4, "a")), 1, "b")

    a = tf.placeholder(tf.float32, [None, 2])
    b = tf.placeholder(tf.float32, [None, 2])
    with tf.variable_scope("net") as scope:
        one = net(a)
        scope.reuse_variables()
        two = net(b)
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    print(sess.run(one - two, {a: [[1, 2]], b: [[1, 2]]}))
"""


def test_variables_are_asked_for_by_name_and_shared_by_it() -> None:
    made = draft(SHARED)
    start = "tf.keras.initializers.GlorotUniform()([int(x.shape[-1]), width])"
    assert f'def layer(x, width, name):\n    w = variable(name + "/w", lambda: {start})\n' in made
    assert 'def net(x):\n    return layer(tf.nn.relu(layer(x, 4, "a")), 1, "b")\n' in made
    assert "def variable(name, initial_value, made={}):\n" in made
    assert "reuse" not in made
    assert "# port" not in made


def test_functions_in_several_scopes_are_told_which() -> None:
    made = draft(
        SHARED.replace('layer(tf.nn.relu(layer(x, 4, "a")), 1, "b")', 'layer(x, 1, "a")').replace(
            "        scope.reuse_variables()\n        two", '    with tf.variable_scope("other"):\n        two'
        )
    )
    assert 'w = variable(scope + "/" + name + "/w", lambda: ' in made
    assert 'def net(x, scope):\n    return layer(x, 1, "a", scope=scope)\n' in made
    assert 'one = net(a, scope="net")\n' in made
    assert 'two = net(b, scope="other")\n' in made


def test_a_function_that_makes_layers_as_well_is_left_to_what_takes_it_apart() -> None:
    made = draft(SHARED.replace("return tf.matmul(x, w)", "return tf.layers.dense(tf.matmul(x, w), width)"))
    assert "variable(name" not in made


def test_where_the_script_has_a_variable_of_its_own_what_is_asked_has_another_name() -> None:
    made = draft(SHARED.replace("    def net", "    variable = 4\n\n    def net"))
    assert 'w = variable_of_tf1(name + "/w", lambda: ' in made
    assert "def variable_of_tf1(name, initial_value, made={}):\n" in made


def test_a_saver_that_cannot_see_what_is_asked_for_by_name_is_marked() -> None:
    text = SHARED.rstrip() + "\n    saver = tf.train.Saver()\n"
    assert "# port: variables that are asked for by name are not saved: give them to the Checkpoint\n" in draft(text)
    assert "not saved" not in draft(SHARED)


def test_a_size_of_a_layer_may_be_read_off_the_one_before_it_whatever_calls_the_function_that_trains() -> None:
    made = draft(
        """
        import tensorflow as tf

        def net(x, size):
            with tf.variable_scope("first"):
                w = tf.get_variable("w", [2, 4])
            y = tf.matmul(x, w)
            nodes = y.get_shape().as_list()[1]
            with tf.variable_scope("second"):
                v = tf.get_variable("w", [nodes, size])
            return tf.matmul(y, v)

        def train(rows):
            x = tf.placeholder(tf.float32, [3, 2])
            y = net(x, 1)
            with tf.Session() as sess:
                sess.run(tf.global_variables_initializer())
                print(sess.run(y, {x: rows}))

        def main(_):
            train([[1, 2]] * 3)

        tf.app.run()
        """
    )
    assert '    v = variable("second/w", lambda: tf.keras.initializers.GlorotUniform()([nodes, size]))\n' in made
    assert "# port:" not in made


def test_a_size_that_a_function_reads_and_has_another_one_ask_for() -> None:
    made = draft(
        """
        import tensorflow as tf

        def weights(name, shape):
            return tf.get_variable("w_" + name, shape=shape)

        def layer(x, units, name):
            with tf.variable_scope(name):
                width = x.get_shape()[1]
                return tf.matmul(x, weights(name, [width, units])) + biases([units])

        def biases(shape):
            initial = tf.constant(0.1, shape=shape)
            return tf.get_variable("b", initializer=initial)

        x = tf.placeholder(tf.float32, [None, 2])
        y = layer(layer(x, 4, "first"), 1, "second")
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            print(sess.run(y, {x: rows}))
        """
    )
    assert 'variable(scope + "/" + ("w_" + name), lambda: tf.keras.initializers.GlorotUniform()(shape))\n' in made
    assert "    return tf.matmul(x, weights(name, [width, units], scope=name)) + biases([units], scope=name)\n" in made
    assert '\n    return variable(scope + "/b", lambda: tf.constant(0.1, shape=shape))\n' in made
    assert "initial =" not in made
    assert "# port:" not in made
