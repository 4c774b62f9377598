"""Specification of the rewriting to tf.compat.v1: each kind with the text that comes of it."""

import pytest

from harness.porting.compat.imports import with_moved, without_unused
from harness.porting.compat.rewrite import rewritten


def ported(text: str, origin: str = "1.12") -> str:
    done = rewritten(with_moved(text), origin)
    return without_unused(done.text, done.helpers.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Renamed between 0.12 and 1.0.
        ("tf.mul(a, b)", "tf.multiply(a, b)"),
        ("tf.pack([tf.sub(a, b), tf.neg(b)])", "tf.stack([tf.subtract(a, b), tf.negative(b)])"),
        ("tf.batch_matmul(x, y, adj_x=True)", "tf.matmul(a=x, b=y, adjoint_a=True)"),
        # TensorFlow has it still, in its own order.
        ("tf.variable_op_scope([x], None, 's')", "tf.variable_op_scope([x], None, 's')"),
        ("tf.initialize_all_variables()", "tf.global_variables_initializer()"),
        ("tf.train.SummaryWriter('logs', sess.graph)", "tf.summary.FileWriter('logs', sess.graph)"),
        ("tf.scalar_summary(tags='loss', values=x)", "tf.summary.scalar(name='loss', tensor=x)"),
        ("tf.image_summary('x', images, 3)", "tf.summary.image(name='x', tensor=images, max_outputs=3)"),
        # In another order.
        ("tf.concat(1, [a, b])", "tf.concat(axis=1, values=[a, b])"),
        ("tf.concat([a, b], 1)", "tf.concat([a, b], 1)"),
        ("tf.concat(concat_dim=0, values=xs)", "tf.concat(axis=0, values=xs)"),
        ("tf.split(0, 3, value)", "tf.split(axis=0, num_or_size_splits=3, value=value)"),
        ("tf.split(value, 3, 0)", "tf.split(value, 3, 0)"),
        ("tf.split(split_dim=1, num_split=2, value=x)", "tf.split(axis=1, num_or_size_splits=2, value=x)"),
        (
            "tf.nn.softmax_cross_entropy_with_logits(y, labels)",
            "tf.nn.softmax_cross_entropy_with_logits(logits=y, labels=labels)",
        ),
        (
            "tf.nn.sigmoid_cross_entropy_with_logits(y, targets=z)",
            "tf.nn.sigmoid_cross_entropy_with_logits(logits=y, labels=z)",
        ),
        # Of tf.contrib, with an equal.
        ("tf.contrib.rnn.BasicLSTMCell(8)", "tf.nn.rnn_cell.BasicLSTMCell(8)"),
        ("tf.contrib.rnn.static_rnn(cell, xs)", "tf.nn.static_rnn(cell, xs)"),
        ("tf.contrib.layers.xavier_initializer()", "tf.glorot_uniform_initializer()"),
        ("tf.contrib.layers.xavier_initializer(seed=3)", "tf.glorot_uniform_initializer(seed=3)"),
        ("tf.contrib.util.make_tensor_proto(x, shape=[1])", "tf.make_tensor_proto(x, shape=[1])"),
        ("tf.contrib.layers.one_hot_encoding(y, 10)", "tf.one_hot(y, 10)"),
        ("tf.contrib.layers.one_hot_encoding(labels=y, num_classes=10)", "tf.one_hot(indices=y, depth=10)"),
        (
            "tf.contrib.losses.softmax_cross_entropy(logits, labels)",
            "tf.losses.softmax_cross_entropy(logits=logits, onehot_labels=labels)",
        ),
        (
            "tf.contrib.metrics.streaming_accuracy(guess, labels)",
            "tf.metrics.accuracy(predictions=guess, labels=labels)",
        ),
        ("tf.contrib.framework.get_or_create_global_step()", "tf.train.get_or_create_global_step()"),
        # Of tf.contrib, by a helper.
        ("tf.contrib.layers.fully_connected(x, 3)", "fully_connected(x, 3)"),
        (
            "tf.contrib.layers.conv2d(x, 3, 5, normalizer_fn=tf.contrib.layers.batch_norm)",
            "conv2d(x, 3, 5, normalizer_fn=batch_norm)",
        ),
        # Taken from where it is implemented.
        ("tf.nn.seq2seq.sequence_loss(a, b, c)", "legacy_sequence_loss(a, b, c)"),
        ("tf.python.framework.ops.reset_default_graph()", "tf.reset_default_graph()"),
    ],
)
def test_one_expression(old: str, new: str) -> None:
    assert ported(f"import tensorflow as tf\nresult = {old}  # as it was\n") == (
        f"import tensorflow as tf\nresult = {new}  # as it was\n"
    )


def test_what_a_script_calls_otherwise_is_found_and_its_import_goes() -> None:
    old = """import tensorflow as tf
from tensorflow.contrib import rnn, layers as L
import tensorflow.contrib.slim as slim
from tensorflow.python.ops import rnn_cell
from tensorflow.contrib.layers import flatten

cells = [rnn.GRUCell(3), rnn_cell.LSTMCell(4)]
y = flatten(L.conv2d(x, 2, 3))
z = slim.softmax(y)
"""
    assert (
        ported(old)
        == """import tensorflow as tf

cells = [tf.nn.rnn_cell.GRUCell(3), tf.nn.rnn_cell.LSTMCell(4)]
y = flatten(conv2d(x, 2, 3))
z = tf.nn.softmax(y)
"""
    )


def test_what_is_still_used_of_a_module_keeps_its_import() -> None:
    old = "import tensorflow as tf\nfrom tensorflow.contrib import rnn, crf\ny = crf.crf_log_likelihood(x)\n"
    assert ported(old) == "import tensorflow as tf\nfrom tensorflow.contrib import crf\ny = crf.crf_log_likelihood(x)\n"


def test_a_script_that_calls_tensorflow_otherwise_is_answered_in_its_words() -> None:
    old = "import tensorflow\nx = tensorflow.contrib.rnn.GRUCell(3)\n"
    assert ported(old) == "import tensorflow\nx = tensorflow.nn.rnn_cell.GRUCell(3)\n"


def test_what_an_import_of_a_module_binds_is_not_what_a_script_calls_tensorflow() -> None:
    old = "import tensorflow.python.platform\nimport tensorflow as tf\nx = tf.mul(a, b)\n"
    assert ported(old) == "import tensorflow.python.platform\nimport tensorflow as tf\nx = tf.multiply(a, b)\n"


def test_a_script_that_takes_names_alone_gets_one_for_tensorflow() -> None:
    old = "from tensorflow.contrib.rnn import GRUCell\nfrom tensorflow import Session\ncell = GRUCell(3)\n"
    new = "import tensorflow as tf\nfrom tensorflow import Session\ncell = tf.nn.rnn_cell.GRUCell(3)\n"
    assert ported(old) == new


def test_a_module_under_a_short_name_is_followed() -> None:
    old = "import tensorflow as tf\nlayers = tf.contrib.layers\ny = layers.flatten(x)\n"
    assert ported(old) == "import tensorflow as tf\nlayers = tf.contrib.layers\ny = flatten(x)\n"


def test_a_helper_does_not_take_a_name_of_the_script_s_own() -> None:
    done = rewritten("import tensorflow as tf\ndef conv2d(x): return tf.contrib.layers.conv2d(x, 3, 3)\n", "1.12")
    assert done.text == "import tensorflow as tf\ndef conv2d(x): return contrib_conv2d(x, 3, 3)\n"
    assert done.helpers == {"conv2d": "contrib_conv2d"}


def test_nce_loss_has_the_order_of_the_release_that_the_script_is_for() -> None:
    old = "import tensorflow as tf\nloss = tf.nn.nce_loss(w, b, embed, labels, 64, 5000)\n"
    assert ported(old, "1.12") == old
    assert ported(old, "0.12") == (
        "import tensorflow as tf\nloss = tf.nn.nce_loss("
        "weights=w, biases=b, inputs=embed, labels=labels, num_sampled=64, num_classes=5000)\n"
    )


def test_an_argument_that_has_no_equal_is_marked_and_the_call_left() -> None:
    old = (
        "import tensorflow as tf\nwith tf.Graph().as_default():\n    i = tf.contrib.layers.xavier_initializer(False)\n"
    )
    assert ported(old) == (
        "import tensorflow as tf\nwith tf.Graph().as_default():\n"
        "    # port: tf.contrib.layers.xavier_initializer is not in TensorFlow 2, and its argument uniform has no "
        "equal\n"
        "    i = tf.contrib.layers.xavier_initializer(False)\n"
    )


def test_what_is_handed_on_as_a_value_and_takes_other_arguments_is_marked() -> None:
    old = "import tensorflow as tf\nf(tf.contrib.losses.log_loss)\n"
    assert ported(old) == (
        "import tensorflow as tf\n# port: tf.contrib.losses.log_loss is not in TensorFlow 2, and what stands for it "
        "takes other arguments\nf(tf.contrib.losses.log_loss)\n"
    )


def test_the_projector_is_tensorboard_s() -> None:
    old = "import tensorflow as tf\nfrom tensorflow.contrib.tensorboard.plugins import projector\nprojector.f()\n"
    assert ported(old) == "import tensorflow as tf\nfrom tensorboard.plugins import projector\nprojector.f()\n"


def test_a_text_without_tensorflow_is_left() -> None:
    assert ported("import numpy as np\ntf = np.mul(1)\n") == "import numpy as np\ntf = np.mul(1)\n"
