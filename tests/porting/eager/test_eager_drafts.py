"""Specification of drafts to eager TF2: what a graph computes stands in functions, each run calls one."""

from textwrap import dedent

import pytest

from harness.porting.draft import Aim
from harness.porting.draft_port import draft_port
from harness.porting.eager.draft import to_eager
from tests.porting.eager.drafts import draft, expected

REGRESSION = """
    import tensorflow as tf

    # what is fed
    x = tf.placeholder(tf.float32, [None, 2])
    y_ = tf.placeholder(tf.float32, [None, 1])  # the truth
    w = tf.Variable(tf.zeros([2, 1]))
    y = tf.matmul(x, w)
    loss = tf.reduce_mean(tf.square(y - y_))
    train_step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(10):
            # one step
            _, value = sess.run([train_step, loss], feed_dict={x: [[1, 2]], y_: [[3]]})
            print(i, value)
        print(sess.run(y, {x: [[1, 1]]}), sess.run(w))
"""


def test_runs_are_functions_of_what_they_feed_and_what_they_share_is_one_function() -> None:
    assert draft(REGRESSION) == expected(
        """
        import tensorflow as tf

        # what is fed
        x_spec = tf.TensorSpec([None, 2], tf.float32)
        y_spec = tf.TensorSpec([None, 1], tf.float32)  # the truth
        w = tf.Variable(tf.zeros([2, 1]))


        @tf.function(input_signature=[x_spec])
        def compute_y(x):
            return tf.matmul(x, w)


        optimizer = tf.keras.optimizers.SGD(0.1)


        @tf.function(input_signature=[x_spec, y_spec])
        def train_step(x, y_):
            with tf.GradientTape() as tape:
                y = compute_y(x)
                loss = tf.reduce_mean(tf.square(y - y_))
            variables = [w]
            gradients = tape.gradient(loss, variables)
            optimizer.apply_gradients(zip(gradients, variables))
            return loss


        for i in range(10):
            # one step
            value = train_step([[1, 2]], [[3]]).numpy()
            print(i, value)
        print(compute_y([[1, 1]]).numpy(), w.numpy())
        """
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tf.train.GradientDescentOptimizer(0.1)", "tf.keras.optimizers.SGD(0.1)"),
        ("tf.train.MomentumOptimizer(0.1, 0.9)", "tf.keras.optimizers.SGD(0.1, momentum=0.9)"),
        ("tf.train.AdamOptimizer(1e-3)", "tf.keras.optimizers.Adam(1e-3, epsilon=1e-8)"),
        ("tf.train.AdamOptimizer()", "tf.keras.optimizers.Adam(0.001, epsilon=1e-8)"),
        (
            "tf.train.AdagradOptimizer(0.1)",
            "tf.keras.optimizers.Adagrad(0.1, initial_accumulator_value=0.1, epsilon=1e-20)",
        ),
        ("tf.train.AdadeltaOptimizer(1.0)", "tf.keras.optimizers.Adadelta(1.0, epsilon=1e-8)"),
        ("tf.train.RMSPropOptimizer(0.1, 0.9)", "tf.compat.v1.train.RMSPropOptimizer(0.1, 0.9)"),
    ],
)
def test_an_optimizer_has_what_makes_it_compute_as_tf1s_or_is_tf1s(old: str, new: str) -> None:
    made = draft(REGRESSION.replace("tf.train.GradientDescentOptimizer(0.1)", old))
    assert f"optimizer = {new}\n" in made
    assert ("# port: kept as TF1's" in made) == ("compat.v1" in new)


def test_a_rate_that_changes_is_assigned_before_each_update_and_momentum_stays_tf1s() -> None:
    fed = REGRESSION.replace("Optimizer(0.1)", "Optimizer(rate)").replace(
        "w = tf.V", "rate = tf.placeholder(tf.float32, [])\n    w = tf.V"
    )
    made = draft(fed.replace("y_: [[3]]}", "y_: [[3]], rate: 0.5}"))
    assert "    optimizer.learning_rate.assign(rate)\n    optimizer.apply_gradients" in made
    assert "value = train_step([[1, 2]], [[3]], 0.5).numpy()" in made
    momentum = draft(fed.replace("GradientDescentOptimizer(rate)", "MomentumOptimizer(rate, 0.9)"))
    assert "optimizer = tf.compat.v1.train.MomentumOptimizer(lambda: optimizer_rate, momentum=0.9)" in momentum
    assert "    optimizer_rate.assign(rate)\n    optimizer.apply_gradients" in momentum


def test_a_rate_of_another_type_is_cast_as_tf1_did() -> None:
    fed = REGRESSION.replace("Optimizer(0.1)", "Optimizer(rate)").replace(
        "w = tf.V", "rate = tf.placeholder(tf.float64)\n    w = tf.V"
    )
    made = draft(fed.replace("y_: [[3]]}", "y_: [[3]], rate: 0.5}"))
    assert "    optimizer.learning_rate.assign(tf.cast(rate, tf.float32))\n" in made


def test_a_list_of_tensors_that_a_run_gives_is_one_of_arrays() -> None:
    script = """
        import tensorflow as tf

        x = tf.placeholder(tf.float32, [None, 3])
        {made}
        sess = tf.Session()
        print(sess.run({asked}, {{x: [[1, 2, 3]]}}))
        """
    nested = "tf.nest.map_structure(lambda value: value.numpy(), "
    split = draft(script.format(made="parts = tf.unstack(x, axis=1)", asked="parts"))
    assert f"print({nested}compute_parts([[1, 2, 3]])))\n" in split
    filled = draft(script.format(made="y = []\n        for i in range(3):\n            y += [x * i]", asked="[y, x]"))
    assert f"print({nested}" in filled
    alone = draft(script.format(made="first, second, third = tf.unstack(x, axis=1)", asked="[first, third]"))
    assert "print([value.numpy() for value in " in alone


def test_a_decay_is_a_schedule_that_is_asked_with_its_counter() -> None:
    made = draft(
        """
        import tensorflow as tf
        step = tf.Variable(0, trainable=False)
        rate = tf.train.exponential_decay(0.1, step, 5, 0.9, staircase=True)
        w = tf.Variable(5.0)
        train = tf.train.GradientDescentOptimizer(rate).minimize(w * w, global_step=step)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        sess.run(train)
        print(sess.run(rate), sess.run(step))
        """
    )
    assert "rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 5, 0.9, staircase=True)\n" in made
    assert "optimizer = tf.keras.optimizers.SGD(rate)\n" in made
    assert "    optimizer.apply_gradients(zip(gradients, variables))\n    step.assign_add(1)\n" in made
    assert made.endswith("train()\nprint(rate(step).numpy(), step.numpy())\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tf.nn.dropout(x, 0.8)", "tf.nn.dropout(x, rate=0.2)"),
        ("tf.nn.dropout(x, keep)", "tf.nn.dropout(x, rate=1 - keep)"),
        ("tf.log(x)", "tf.math.log(x)"),
        ("tf.reduce_sum(x, reduction_indices=1, keep_dims=True)", "tf.reduce_sum(x, axis=1, keepdims=True)"),
        ("tf.to_float(x)", "tf.cast(x, tf.float32)"),
        ("tf.contrib.layers.l2_regularizer(0.1)(x)", "tf.keras.regularizers.L2(0.5 * 0.1)(x)"),
        ("tf.contrib.layers.l1_regularizer(scale=0.1)(x)", "tf.keras.regularizers.L1(0.1)(x)"),
        ("tf.mul(x, 2.0)", "tf.multiply(x, 2.0)"),
        (
            "x + tf.train.exponential_decay(0.1, keep, 5, 0.9)",
            "x + tf.keras.optimizers.schedules.ExponentialDecay(0.1, 5, 0.9)(keep)",
        ),
        (
            "tf.nn.softmax_cross_entropy_with_logits(logits=x, labels=keep)",
            "tf.nn.softmax_cross_entropy_with_logits(labels=keep, logits=x)",
        ),
        (
            "tf.losses.mean_squared_error(labels=keep, predictions=x)",
            "tf.keras.losses.MeanSquaredError()(keep, x)",
        ),
    ],
)
def test_calls_have_tf2s_names_and_what_makes_them_equal(old: str, new: str) -> None:
    made = draft(
        f"""
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None])
        keep = tf.placeholder(tf.float32)
        y = {old}
        print(tf.Session().run(y, {{x: [1.0], keep: 0.5}}))
        """
    )
    assert f"    return {new}\n" in made
    assert "# port" not in made


def test_layers_are_made_once_and_called_in_functions() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 4])
        hidden = tf.layers.dense(x, 8, tf.nn.relu)
        out = tf.layers.dense(hidden, 1, name="out")
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(out, {x: [[1, 2, 3, 4]]}))
        """
    )
    assert made == expected(
        """
        import tensorflow as tf
        x_spec = tf.TensorSpec([None, 4], tf.float32)
        hidden_layer = tf.keras.layers.Dense(8, activation=tf.nn.relu)
        out_layer = tf.keras.layers.Dense(1, name="out")


        @tf.function(input_signature=[x_spec])
        def compute_out(x):
            hidden = hidden_layer(x)
            return out_layer(hidden)


        print(compute_out([[1, 2, 3, 4]]).numpy())
        """
    )


def test_a_function_that_makes_variables_gives_back_one_that_computes_with_them() -> None:
    made = draft(
        """
        import tensorflow as tf

        def scaled(x, size):
            w = tf.Variable(tf.ones([size]))
            return x * w

        x = tf.placeholder(tf.float32, [None, 3])
        y = scaled(x, 3)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(y, {x: [[1, 2, 3]]}))
        """
    )
    assert (
        "def scaled(size):\n    w = tf.Variable(tf.ones([size]))\n\n    def apply(x):\n        return x * w\n" in made
    )
    assert "y_layer = scaled(3)\n" in made
    assert "def compute_y(x):\n    return y_layer(x)\n" in made


def test_a_placeholder_that_a_function_with_variables_reads_from_around_it_is_given_to_what_computes() -> None:
    made = draft(
        """
        import tensorflow as tf
        training = tf.placeholder(tf.bool)
        x = tf.placeholder(tf.float32, [None, 3])

        def block(net, size):
            net = tf.layers.dense(net, size)
            return tf.layers.batch_normalization(net, training=training, momentum=1.0)

        y = block(x, 2)
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            print(sess.run(y, {x: [[1, 2, 3]], training: False}))
        """
    )
    assert "    def apply(net, training):\n" in made
    assert "        return value_layer(net, training=training)\n" in made
    assert "def compute_y(x, training):\n    return y_layer(x, training=training)\n" in made
    assert "port: training stands" not in made


def test_a_variable_that_is_fetched_beside_its_update_is_a_race_that_is_marked() -> None:
    made = draft(REGRESSION.replace("_, value = sess.run([train_step, loss]", "_, value = sess.run([train_step, w]"))
    assert "# port: a race in TF1, which may read a variable before or after the update; here it is after\n" in made
    assert "    return tf.identity(w)\n" in made


def test_what_a_draft_brings_along_has_another_name_where_the_script_has_it() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [1, 2, 3])
        y = tf.placeholder(tf.int32, [1, 2])
        sequence_loss = tf.contrib.seq2seq.sequence_loss(logits=x, targets=y, weights=tf.ones([1, 2]))
        print(tf.Session().run(sequence_loss, {x: [[[1, 2, 3], [1, 2, 3]]], y: [[0, 1]]}))
        """
    )
    assert "\n\n\ndef sequence_loss_of_tf1(" in made
    assert "    return sequence_loss_of_tf1(logits=x, targets=y, weights=tf.ones([1, 2]))\n" in made


def test_an_argument_that_is_none_is_one_that_is_not_given() -> None:
    made = draft(
        """
        import tensorflow as tf
        w = tf.get_variable("w", shape=[2, 1], initializer=None, regularizer=None, trainable=True)
        """
    )
    assert 'w = tf.Variable(tf.keras.initializers.GlorotUniform()([2, 1]), trainable=True, name="w")\n' in made


def test_a_print_of_a_tensor_stays_as_a_comment() -> None:
    made = draft(REGRESSION.replace("with tf.Session", "print(loss)\n    with tf.Session"))
    assert "# port: left out, for loss has no value outside of a run: print(loss)\n" in made


def test_a_graph_in_a_class_is_marked_and_left() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Model:
            def __init__(self):
                self.x = tf.placeholder(tf.float32)
        """
    )
    assert "# port: a graph that a class keeps in its attributes is not rewritten\nclass Model:\n" in made


def test_ops_with_one_seed_draw_alike_as_in_a_graph() -> None:
    made = draft(
        """
        import tensorflow as tf
        a = tf.Variable(tf.random_normal([2], seed=1))
        b = tf.Variable(tf.random_normal([2], seed=1))
        """
    )
    line = "tf.random.set_seed(87654321)\n"
    assert f"{line}a = tf.Variable(tf.random.normal([2], seed=1))\n{line}b = tf.Variable(" in made


def test_all_variables_are_named() -> None:
    made = draft(
        REGRESSION.replace("minimize(loss)", "minimize(loss + sum(tf.nn.l2_loss(v) for v in tf.trainable_variables()))")
    )
    assert "loss_ = loss + sum(tf.nn.l2_loss(v) for v in [w])\n" in made


def test_a_text_that_python_does_not_read_is_a_mistake_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        to_eager("x = 1\ny = = 2\n")


def test_a_draft_says_what_it_is(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = draft_port(dedent(REGRESSION), "eager", Aim("2.15", tmp_path_factory.getbasetemp()))
    assert "# Ported to eager TensorFlow 2.15 by harness port --to eager\n" in made.text
    assert made.marks == ()
    assert "gradients are taken by tf.GradientTape" in made.changes


def test_what_is_fed_is_made_in_the_order_of_the_feed() -> None:
    made = draft(
        """
        import numpy as np
        import tensorflow as tf
        a = tf.placeholder(tf.float32)
        b = tf.placeholder(tf.float32)
        c = a - b
        d = 2 * c
        with tf.Session() as sess:
            print(sess.run(c, {b: np.random.rand(), a: np.random.rand()}))
            print(sess.run(c, {a: np.random.rand(), b: np.random.rand()}))
        """
    )
    assert "def compute_c(b, a):\n" in made
    assert "compute_c(np.random.rand(), np.random.rand()).numpy()" in made
    assert "compute_c(a=np.random.rand(), b=np.random.rand()).numpy()" in made


def test_a_name_that_a_text_gives_to_a_module_of_tensorflow_stands_for_it() -> None:
    as_import = draft(REGRESSION)
    text = dedent(REGRESSION).lstrip().replace("tf.", "tf1.").replace("tf1.zeros", "tf.zeros")
    named = to_eager(text.replace("import tensorflow as tf\n", "import tensorflow as tf\ntf1 = tf.compat.v1\n")).text
    assert named == as_import
    twice = text.replace("import tensorflow as tf\n", "import tensorflow as tf\ntf1 = tf.compat.v1\ntf1 = None\n")
    assert "tf1.placeholder" in to_eager(twice).text


def test_what_is_left_of_a_line_with_its_condition_is_a_pass() -> None:
    made = draft("""
        import tensorflow as tf
        w = tf.Variable(1.0)
        with tf.Session() as sess:
            for i in range(3):
                if i == 0: sess.run(tf.global_variables_initializer())
                print(sess.run(w))
    """)
    assert "__" not in made
    assert "if i == 0: pass\n" in made


def test_what_is_computed_and_fed_stands_before_parameters_with_defaults() -> None:
    made = draft(
        """
        import tensorflow as tf

        x = tf.placeholder(tf.float32, [2])
        keep = tf.placeholder_with_default(1.0, [])
        state = tf.zeros([2])
        out = x * keep + state
        with tf.Session() as sess:
            print(sess.run(out, {x: [1.0, 2.0], keep: 0.5, state: [3.0, 4.0]}))
        """
    )
    assert "def compute_out(x, state, keep=1.0):" in made
    assert "compute_out([1.0, 2.0], [3.0, 4.0], 0.5)" in made


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("softmax_cross_entropy_with_logits", "tf.stop_gradient(teacher)"),
        ("softmax_cross_entropy_with_logits_v2", "teacher"),
    ],
)
def test_labels_that_are_computed_have_a_gradient_where_tf1_took_one(name: str, labels: str) -> None:
    made = draft(
        f"""
        import tensorflow as tf

        x = tf.placeholder(tf.float32, [None, 2])
        a = tf.Variable(tf.ones([2, 3]))
        b = tf.Variable(tf.zeros([2, 3]))
        teacher = tf.nn.softmax(tf.matmul(x, a))
        loss = tf.reduce_mean(tf.nn.{name}(labels=teacher, logits=tf.matmul(x, b)))
        train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            print(sess.run([loss, train], {{x: [[1.0, 2.0]]}})[0])
        """
    )
    assert f"tf.nn.softmax_cross_entropy_with_logits(labels={labels}, logits=tf.matmul(x, b))" in made


def test_what_is_known_without_a_run_gives_its_numbers_without_one() -> None:
    old = "import tensorflow as tf\ny = tf.one_hot([1, 2], 3)\nsess = tf.InteractiveSession()\nprint(y.eval())\n"
    assert draft(old) == "import tensorflow as tf\ny = tf.one_hot([1, 2], 3)\nprint(y.numpy())\n"


def test_eval_of_an_expression_is_a_run_and_that_of_a_table_is_none() -> None:
    made = draft(
        """
        import pandas
        import tensorflow as tf

        x = tf.placeholder(tf.float32, [None])
        w = tf.Variable(0.0)
        count = tf.Variable(0, trainable=False)
        loss = tf.reduce_sum(x) * w
        table = pandas.DataFrame({"a": [1]})
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            count.assign(3).eval()
            print((loss * 2).eval({x: [1, 2]}), (w + 1).eval(), table[:1].eval("a"))
        """
    )
    assert "\ncount.assign(3)\n" in made
    assert '\nprint((compute_loss([1, 2]) * 2).numpy(), (w + 1).numpy(), table[:1].eval("a"))\n' in made
    assert "port:" not in made


def test_a_function_that_only_prints_tensors_is_not_called() -> None:
    made = draft(
        """
        import tensorflow as tf

        def show(tensor):
            "Say what it is."
            print(tensor.op.name, tensor.get_shape())

        x = tf.placeholder(tf.float32, [None, 2])
        y = tf.reduce_sum(x, 1)
        show(y)
        print(tf.Session().run(y, {x: [[1, 2]]}))
        """
    )
    assert "# port: left out, for y has no value outside of a run: show(y)\n" in made
    assert "\nshow(y)" not in made


def test_an_optimizer_without_a_name_is_not_called_as_what_trains_by_it() -> None:
    made = draft(
        """
        import tensorflow as tf

        w = tf.Variable(2.0)
        train_optimizer = tf.train.AdamOptimizer(0.1).minimize(tf.square(w))
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        sess.run(train_optimizer)
        """
    )
    assert "\noptimizer = tf.keras.optimizers.Adam(0.1, epsilon=1e-8)\n" in made
    assert "def train_optimizer():\n" in made
    assert "    optimizer.apply_gradients(zip(gradients, variables))\n" in made


def test_a_function_that_names_what_layers_of_the_script_give_is_a_net_and_no_variable() -> None:
    made = draft(
        """
        import tensorflow as tf

        def layer(x, size):
            return tf.matmul(x, tf.Variable(tf.ones([2, size])))

        def net(x):
            hidden = layer(x, 2)
            output = layer(hidden, 1)
            return output

        x = tf.placeholder(tf.float32, [None, 2])
        y = net(x)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(y, {x: [[1, 2]]}))
        """
    )
    assert "def net():\n    hidden_layer = layer(2)\n    output_layer = layer(1)\n" in made
    assert "\ny_layer = net()\n" in made
    assert "port:" not in made


def test_a_function_that_gives_an_initializer_is_called_with_a_shape() -> None:
    text = draft("""
        import tensorflow as tf

        def spread(n_in, n_out):
            return tf.random_uniform_initializer(-1.0 / n_in, 1.0 / n_out)

        def zeros(n):
            return tf.zeros([n])

        w = tf.get_variable("w", shape=[2, 3], initializer=spread(2, 3))
        b = tf.get_variable("b", initializer=zeros(3))
        """)
    assert 'w = tf.Variable(spread(2, 3)([2, 3]), name="w")' in text
    assert 'b = tf.Variable(zeros(3), name="b")' in text


def test_a_name_that_is_given_again_and_again_stands_for_the_newest() -> None:
    text = draft("""
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 2])
        w = tf.Variable(tf.ones([2, 2]))
        h = tf.matmul(x, w)
        w = tf.Variable(tf.zeros([2, 2]))
        h = tf.matmul(h, w)
        w = tf.Variable(tf.ones([2, 2]))
        h = tf.matmul(h, w)
        print(tf.Session().run(h, {x: rows}))
        """)
    assert "w_3 = tf.Variable(tf.ones([2, 2]))\n" in text
    assert "    h = tf.matmul(x, w)\n    h = tf.matmul(h, w_2)\n    return tf.matmul(h, w_3)\n" in text


@pytest.mark.parametrize(
    ("dtype", "predictions"),
    [("tf.float64", "tf.cast(x, tf.float32)"), ("np.float64", "tf.cast(x, tf.float32)"), ("tf.float32", "x")],
)
def test_a_loss_that_tf1_computes_in_float32_is_given_float32(dtype: str, predictions: str) -> None:
    made = draft(
        f"""
        import numpy as np
        import tensorflow as tf
        x = tf.placeholder({dtype}, [None])
        y = tf.losses.mean_squared_error(x * 2.0, predictions=x)
        print(tf.Session().run(y, {{x: np.float64([1.0])}}))
        """
    )
    assert f"tf.keras.losses.MeanSquaredError()(x * 2.0, {predictions})" in made
