"""Specification of whole drafts to tf.compat.v1: tf_upgrade_v2 in the target, helpers, marks, nothing done twice."""

import os
import signal
import time
from pathlib import Path

import pytest

from harness.porting.compat.draft import draft_compat
from harness.porting.compat.upgrade import close_upgraders
from harness.porting.draft import Aim, Draft, Mark
from harness.porting.draft_port import draft_port
from harness.targets.worker.processes import below, table
from harness.words.errors import UsageError
from tests.conftest import tensorflow_pythons

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def aim() -> Aim:
    pythons = {name: path for name, path in tensorflow_pythons().items() if name.startswith("tf2.")}
    assert pythons, "no TensorFlow 2 environment; `tox -e unit` makes one"
    name = "tf2.15" if "tf2.15" in pythons else list(pythons)[-1]
    return Aim(name.removeprefix("tf"), pythons[name], "1.15")


def drafted(text: str, aim: Aim) -> Draft:
    draft = draft_compat(text, aim)
    assert draft_compat(draft.text, aim).text == draft.text, "a draft of a draft is that draft"
    return draft


def test_a_script_is_imported_as_compat_v1_and_keeps_its_words(aim: Aim) -> None:
    old = """#!/usr/bin/env python
'''Softmax regression.'''
from __future__ import print_function
import numpy as np, sys
import tensorflow as tf  # 1.x

x = tf.placeholder(tf.float32, [None, 3],
                   name="x")   # fed
keep = tf.nn.dropout(x, 0.5)
with tf.Session() as sess:
    print(sess.run(keep, {x: np.ones([2, 3])}))
"""
    new = f"""#!/usr/bin/env python
# Ported to tf.compat.v1 of TensorFlow {aim.release} by harness port --to compat
'''Softmax regression.'''
from __future__ import print_function
import numpy as np, sys
import tensorflow.compat.v1 as tf  # 1.x
tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 3],
                   name="x")   # fed
keep = tf.nn.dropout(x, 0.5)
with tf.Session() as sess:
    print(sess.run(keep, {{x: np.ones([2, 3])}}))
"""
    draft = drafted(old, aim)
    assert draft.text == new
    assert draft.marks == ()


def test_a_helper_stands_behind_the_imports(aim: Aim) -> None:
    old = "import tensorflow as tf\nimport os\n\ny = tf.contrib.layers.flatten(x)\n"
    assert (
        drafted(old, aim).text
        == f'''# Ported to tf.compat.v1 of TensorFlow {aim.release} by harness port --to compat
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
import os


def flatten(inputs, outputs_collections=None, scope=None):
    """What tf.contrib.layers.flatten computed."""
    inputs = tf.convert_to_tensor(inputs)
    features = 1
    for size in inputs.shape[1:].as_list():
        features = None if size is None or features is None else features * size
    if features is None:
        return tf.reshape(inputs, [tf.shape(inputs)[0], -1])
    return tf.reshape(inputs, [-1, features])


y = flatten(x)
'''
    )


def test_what_a_helper_needs_comes_with_it_and_arg_scope_knows_it(aim: Aim) -> None:
    old = """import tensorflow as tf
slim = tf.contrib.slim
with slim.arg_scope([slim.conv2d], padding="VALID"):
    y = slim.repeat(x, 2, slim.conv2d, 8, 3)
z = slim.linear(y, 2)
"""
    text = drafted(old, aim).text
    definitions = [line for line in text.split("\n") if line.startswith(("@", "def ", "import "))]
    assert definitions == [
        "import tensorflow.compat.v1 as tf",
        "import contextlib",
        "import functools",
        "@contextlib.contextmanager",
        "def arg_scope(list_ops_or_scope, **arguments):",
        "def add_arg_scope(function):",
        "@add_arg_scope",
        "def conv2d(",
        "def repeat(inputs, repetitions, layer, *args, **arguments):",
        "@add_arg_scope",
        "def fully_connected(",
        "def linear_layer(inputs, num_outputs, **arguments):",
    ]


def test_what_has_no_equal_is_marked_where_it_stands_with_what_is_known_of_it(aim: Aim) -> None:
    old = "import tensorflow as tf\n\ndef f(x):\n    return tf.contrib.crf.crf_decode(\n        x, 1, 2)\n"
    draft = drafted(old, aim)
    (mark,) = draft.marks
    assert mark.line == 6
    assert mark.reason.startswith("tf.contrib.crf.crf_decode is gone")
    assert draft.text.split("\n")[4:7] == [
        "def f(x):",
        f"    # port: {mark.reason}",
        "    return tf.contrib.crf.crf_decode(",
    ]


def test_the_data_of_the_tutorials_are_marked_and_their_import_left(aim: Aim) -> None:
    old = "import tensorflow as tf\nfrom tensorflow.examples.tutorials.mnist import input_data\n"
    draft = drafted(old, aim)
    assert draft.text.endswith("\nfrom tensorflow.examples.tutorials.mnist import input_data\n")
    assert draft.marks == (
        Mark(
            4,
            "TensorFlow 2 has no tensorflow.examples.tutorials: copy input_data.py of TensorFlow 1.15 "
            "(tensorflow/examples/tutorials/mnist) beside this script and import that; harness run --stand-in brings "
            "one",
        ),
    )


def test_what_the_upgrader_cannot_read_is_imported_as_compat_v1_all_the_same(aim: Aim) -> None:
    old = "import tensorflow as tf\nfrom tensorflow import Session\ncanvas[(n - 1) * 28:n * 28, 0:28] = \\\n    x\n"
    draft = drafted(old, aim)
    assert draft.text.split("\n")[1:] == [
        "import tensorflow.compat.v1 as tf",
        "tf.disable_v2_behavior()",
        "from tensorflow.compat.v1 import Session",
        "canvas[(n - 1) * 28:n * 28, 0:28] = \\",
        "    x",
        "",
    ]


def test_python_2_becomes_python_3_first(aim: Aim) -> None:
    draft = draft_port("import tensorflow as tf\nprint tf.mul(2, 3)\n", "compat", aim)
    assert draft.text.split("\n")[1:] == [
        "import tensorflow.compat.v1 as tf",
        "tf.disable_v2_behavior()",
        "print(tf.multiply(2, 3))",
        "",
    ]
    assert draft.changes == ("Python 2 to Python 3", "tf.mul: tf.multiply", "import tensorflow.compat.v1")


def test_one_process_upgrades_text_after_text_and_another_one_takes_its_place_when_it_ends(aim: Aim) -> None:
    close_upgraders()
    texts = [f"import tensorflow as tf\nprint(tf.constant({number}))\n" for number in range(3)]
    before = set(below(os.getpid(), table()))
    first, second = (drafted(text, aim).text for text in texts[:2])
    (process,) = set(below(os.getpid(), table())) - before
    os.kill(process, signal.SIGKILL)
    while Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
        time.sleep(0.01)
    third = drafted(texts[2], aim).text
    assert [text.rpartition("print")[2] for text in (first, second, third)] == [
        "(tf.constant(0))\n",
        "(tf.constant(1))\n",
        "(tf.constant(2))\n",
    ]
    close_upgraders()
    assert set(below(os.getpid(), table())) == before


def test_an_interpreter_without_tensorflow_is_refused(aim: Aim) -> None:
    with pytest.raises(UsageError, match="has no tf_upgrade_v2"):
        draft_compat("import tensorflow as tf\n", Aim(aim.release, Path("/usr/bin/python3"), "1.15"))


def test_what_a_rule_has_marked_already_is_not_marked_again(aim: Aim) -> None:
    old = """import tensorflow as tf
words = tf.contrib.learn.preprocessing.VocabularyProcessor(5, tokenizer_fn=list)
"""
    marks = [mark.reason for mark in drafted(old, aim).marks]
    assert marks == [
        "tf.contrib.learn.preprocessing.VocabularyProcessor is not in TensorFlow 2, "
        "and its argument tokenizer_fn has no equal"
    ]


def test_what_is_under_compat_v1_already_has_no_mark(aim: Aim) -> None:
    text = "import tensorflow as tf\n\nsess = tf.compat.v1.Session()\nprint(sess.run(tf.constant(1.0)))\n"
    assert drafted(text, aim).marks == ()
