"""A metric that a script looks up by its name of another era: where it has that name is told."""

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.sides.advice.metric_names import metric_name_text
from harness.targets.outcome import Failure

FIT = "import tensorflow as tf\nmodel.compile('sgd', 'mse', metrics=['accuracy', 'mae'])\nh = model.fit(x, y)\n"
LOOKS = FIT + "print(h.history['acc'])\n"
PACKAGE = LOOKS.replace("import tensorflow as tf", "import keras")
SINCE = "since TensorFlow 2.0 and Keras 2.3; before, accuracy was 'acc' and mae 'mean_absolute_error'"
BEFORE = "before TensorFlow 2.0 and Keras 2.3; since, a metric has the name by which it was asked for"


def told(name: str, source: str) -> list[str]:
    failure = Failure("raised", f"fit.py:4: KeyError: '{name}'", "")
    return [*metric_name_text(Side("fit.py@tf1.15", (), failure=failure, source=source, tensorflow="1.15.5"))]


@pytest.mark.parametrize(
    ("name", "source", "says"),
    [
        ("val_accuracy", LOOKS, f"'val_accuracy' {SINCE}: run it as fit.py@2.0"),
        ("mae", LOOKS, f"'mae' {SINCE}: run it as fit.py@2.0"),
        ("val_acc", LOOKS, f"'val_acc' {BEFORE}: run it as fit.py@1.12"),
        ("mean_absolute_error", LOOKS, f"'mean_absolute_error' {BEFORE}: run it as fit.py@1.12"),
        ("accuracy", PACKAGE, f"'accuracy' {SINCE}: add to the command: --with keras==2.3.1"),
        ("acc", PACKAGE, f"'acc' {BEFORE}: add to the command: --with keras==2.2.4"),
    ],
)
def test_where_a_metric_has_that_name_is_told(name: str, source: str, says: str) -> None:
    assert told(name, source) == [f"fit names a metric {says}"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("auc", LOOKS),  # no name of either era
        ("mse", LOOKS),  # which nobody has asked for
        ("accuracy", FIT),  # no record of what fit tells
        ("accuracy", LOOKS + "x = tf.placeholder(tf.float32)\n"),  # no release has both
    ],
)
def test_nothing_is_said_where_it_is_no_matter_of_names(name: str, source: str) -> None:
    assert told(name, source) == []
