"""A script that fails for what its release lacks is told for which releases it is."""

from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.right_release import right_release_text
from harness.targets.outcome import Failure
from harness.targets.target import Request

_OLD = "import tensorflow as tf\nx = tf.placeholder(tf.float32)\nprint(tf.mul(x, 2.0))\n"


def said(source: str, reason: str, tensorflow: str = "1.12.3", detail: str = "") -> list[str]:
    failure = Failure("raised", reason, detail)
    return list(right_release_text(Side("old.py", (), source=source, tensorflow=tensorflow, failure=failure)))


def test_the_first_thing_that_is_lacking_is_named_with_the_releases_that_have_all() -> None:
    assert said(_OLD, "old.py:3: AttributeError: module 'tensorflow' has no attribute 'mul'") == [
        "1.12 lacks tf.mul (line 3); by its symbols and arguments it is for 0.12: run it as old.py@0.12 (harness lint)"
    ]


def test_a_failure_for_another_reason_is_not_its_releases() -> None:
    assert said(_OLD, "old.py:3: ValueError: no") == []


def test_a_shape_that_tensorflow_refuses_may_be_its_releases() -> None:
    text = "import tensorflow as tf\nx = tf.placeholder(tf.float32, [3, 4])\nparts = tf.split(1, 2, x)\n"
    reason = "old.py:3: ValueError: Dimension size must be evenly divisible by 2 but is 1"
    inside = '  File "old.py", line 3\n  File "/x/site-packages/tensorflow/python/framework/common_shapes.py", line 6\n'
    (line,) = said(text + "z = tf.mul(x, x)\n", reason, "1.4.1", inside)
    assert line.startswith("1.4 lacks tf.mul (line 4)")
    assert line.endswith("it is for 0.12: run it as old.py@0.12 (harness lint)")
    assert said(text.replace("(1, 2, x)", "(x, 2, 1)"), reason, "1.4.1", inside) == []


def test_a_script_whose_release_has_all_of_it_is_told_nothing() -> None:
    assert said(_OLD, "old.py:3: AttributeError: no", "0.12.1") == []


def test_a_log_has_no_release() -> None:
    assert said("", "AttributeError", "") == []


def test_a_file_of_its_own_that_the_error_went_through_counts_too(tmp_path: Path) -> None:
    helper = tmp_path / "layers" / "core.py"
    helper.parent.mkdir()
    helper.write_text("import tensorflow as tf\ndef mean(x):\n    return tf.reduce_mean(x, keepdims=True)\n")
    reason = "train.py:2: TypeError: reduce_mean() got an unexpected keyword argument 'keepdims'"
    failure = Failure("raised", reason, f'  File "{helper}", line 3, in mean\n')
    source = "import tensorflow as tf\nimport layers.core\nlayers.core.mean(tf.placeholder(tf.float32))\n"
    origin = Origin(Path("python"), Request(tmp_path / "train.py", {}, 60.0, 1, 1))
    side = Side("train.py@tf1.4", (), source=source, tensorflow="1.4.1", failure=failure, origin=origin)
    assert list(right_release_text(side)) == [
        "1.4 lacks tf.reduce_mean (core.py, line 3); by its symbols and arguments it is for 1.5-1.15: run it as "
        "train.py@1.5 (harness lint)"
    ]


def test_a_name_that_no_release_has_is_told_so() -> None:
    text = "from tensorflow.contrib import learn\nlearn.TensorFlowEstimator()\n"
    reason = "a.py:2: AttributeError: module 'tensorflow.contrib.learn' has no attribute '%s'"
    assert said(text, reason % "TensorFlowEstimator") == [
        "no release from 0.12 on has tf.contrib.learn.TensorFlowEstimator: it is of an older TensorFlow, or a name "
        "that never was"
    ]
    assert said(text, reason % "DNNClassifier") == []
