"""Which symbols of TensorFlow a script uses, by whatever names, and with which arguments."""

import ast
import textwrap

import pytest

from harness.lint.uses import Use, uses_of
from harness.symbols.signature import Call
from harness.symbols.timeline import read_timeline


def uses(text: str) -> list[Use]:
    return uses_of(ast.parse(textwrap.dedent(text)), read_timeline())


def names(text: str) -> list[str]:
    return [use.names[0] for use in uses(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import tensorflow as tf\ntf.reduce_sum(x)", "tf.reduce_sum"),
        ("import tensorflow\ntensorflow.reduce_sum(x)", "tf.reduce_sum"),
        ("import tensorflow.compat.v1 as tf\ntf.reduce_sum(x)", "tf.compat.v1.reduce_sum"),
        ("import tensorflow\ntf = tensorflow.compat.v1\ntf.reduce_sum(x)", "tf.compat.v1.reduce_sum"),
        ("from tensorflow import nn\nnn.relu(x)", "tf.nn.relu"),
        ("from tensorflow.keras.layers import Dense as D\nD(3)", "tf.keras.layers.Dense"),
        ("import tensorflow.keras.backend as K\nK.mean(x)", "tf.keras.backend.mean"),
        ("import tensorflow as tf\nslim = tf.contrib.slim\nslim.conv2d(x, 3, 3)", "tf.contrib.slim.conv2d"),
        ("import tensorflow as tf\nrun = tf.nn\nrun.relu(x)", "tf.nn.relu"),
    ],
)
def test_a_symbol_is_found_by_whatever_name_the_script_has_for_it(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("opt = tf.train.AdamOptimizer(1e-3)\nopt.minimize(loss)", "tf.train.AdamOptimizer.minimize"),
        ("tf.train.AdamOptimizer(1e-3).minimize(loss)", "tf.train.AdamOptimizer.minimize"),
        ("with tf.Session() as sess:\n    sess.run(x)", "tf.Session.run"),
        ("data = tf.data.Dataset.range(3).map(f)\ndata.batch(2)", "tf.data.Dataset.batch"),
        ("data = tf.data.TFRecordDataset('x')\ndata.shuffle(2)", "tf.data.TFRecordDataset.shuffle"),
        ("it = tf.data.Dataset.range(3).make_one_shot_iterator()\nit.get_next()", "tf.data.Iterator.get_next"),
        ("model = tf.keras.Sequential()\nmodel.fit(x, y)", "tf.keras.Sequential.fit"),
        (
            "class A:\n    def f(self):\n        self.s = tf.Session()\n    def g(self):\n        self.s.run(x)",
            "tf.Session.run",
        ),
    ],
)
def test_a_method_is_found_where_the_class_of_its_object_can_be_told(text: str, name: str) -> None:
    assert name in names(f"import tensorflow as tf\n{text}")


def test_a_chain_of_calls_is_as_many_uses() -> None:
    assert names("import tensorflow as tf\ntf.data.Dataset.range(3).repeat().batch(2)") == [
        "tf.data.Dataset.batch",
        "tf.data.Dataset.repeat",
        "tf.data.Dataset.range",
    ]


def test_arguments_are_counted_by_place_and_by_name() -> None:
    (use,) = uses("import tensorflow as tf\ntf.reduce_sum(x, 1, keep_dims=True)")
    assert use.call == Call(2, ("keep_dims",))
    assert (use.line, use.column) == (2, 1)
    (starred,) = uses("import tensorflow as tf\ntf.reduce_sum(*x, **options)")
    assert starred.call == Call(0, (), open_positional=True, open_keywords=True)


def test_what_is_no_call_has_no_arguments() -> None:
    (use,) = uses("import tensorflow as tf\nactivation = tf.nn.relu")
    assert use.call is None


def test_what_is_asked_for_first_is_guarded() -> None:
    text = """
        import tensorflow as tf

        if hasattr(tf, "set_random_seed"):
            tf.set_random_seed(1)
        else:
            tf.random.set_seed(1)
        if tf.__version__ < "2":
            tf.Session()
        tf.square(1)
        """
    guarded = {use.names[0]: use.guarded for use in uses(text)}
    assert guarded["tf.set_random_seed"] and guarded["tf.random.set_seed"] and guarded["tf.Session"]
    assert not guarded["tf.square"]


def test_a_name_that_another_import_takes_the_place_of_stands_for_either() -> None:
    text = """
        try:
            import tensorflow.compat.v1 as tf
        except ImportError:
            import tensorflow as tf
        tf.square(1)
        """
    assert uses(text)[-1].names == ("tf.compat.v1.square", "tf.square")


def test_a_parameter_hides_the_module_of_its_name() -> None:
    assert names("import tensorflow as tf\ndef f(tf):\n    tf.anything()") == []


def test_a_name_that_is_bound_anew_stands_for_nothing_of_tensorflow() -> None:
    assert names("from tensorflow import nn\nnn = object()\nnn.relu(1)") == ["tf.nn"]


def test_attributes_of_what_is_no_module_are_not_tensorflows() -> None:
    assert names("import tensorflow as tf\ntf.app.flags.FLAGS.learning_rate") == ["tf.app.flags.FLAGS"]


def test_another_package_is_no_use_of_tensorflow() -> None:
    assert names("import numpy as tf\nimport tensorflow_probability as tfp\ntf.square(1)\ntfp.x()") == []
