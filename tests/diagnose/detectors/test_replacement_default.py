"""A default that the atlas measured to be another one is suspected, and tried with what makes both sides equal."""

from pathlib import Path

import pytest

from harness.cli import main
from harness.diagnose.detectors.anywhere.replacement_default import CAUSE
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import gather
from harness.words.finding import Confidence
from tests.conftest import tensorflow_pythons
from tests.diagnose.sides import USUAL

_DATA = """import tensorflow as tf

labels = tf.constant([1.0, 0.0, 1.0, 1.0, 0.0])
probabilities = tf.constant([0.9, 0.6, 0.3, 0.2, 0.1])
"""
_OLD = (
    _DATA
    + """recall, update = tf.metrics.recall(labels, probabilities)
with tf.Session() as sess:
    sess.run(tf.local_variables_initializer())
    for step in range(3):
        print("step", step, "recall", sess.run(update))
"""
)
_NEW = (
    _DATA
    + """recall = tf.keras.metrics.Recall()
for step in range(3):
    recall.update_state(labels, probabilities)
    print("step", step, "recall", recall.result().numpy())
"""
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    if not {"tf1.15", "tf2.15"} <= tensorflow_pythons().keys():
        pytest.skip("no environments of TensorFlow 1.15 and 2.15")
    (tmp_path / "old.py").write_text(_OLD, encoding="utf-8")
    (tmp_path / "new.py").write_text(_NEW, encoding="utf-8")
    return f"{tmp_path / 'old.py'}@1.15", f"{tmp_path / 'new.py'}@2.15"


def test_the_rows_argument_is_written_into_the_call_and_confirmed(
    pair: tuple[str, str], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "compare", *pair]) == 1
    out = capsys.readouterr().out
    assert "cause: replacement-default, confirmed" in out
    assert "uses tf.metrics.recall, and" in out
    assert "tried: with thresholds=0.0 in line 5 all 6 numbers agree (3 before;" in out
    assert "change: give it thresholds=0.0" in out


def _found(new: str) -> tuple[str, ...]:
    left = Side("old.py", ("step 0 recall 1.0",), source=_OLD, tensorflow="1.15.5")
    right = Side("new.py", ("step 0 recall 0.33333334",), source=new, tensorflow="2.15.1")
    finding = CAUSE.detect(gather(left, right, USUAL))
    if finding is None:
        return ()
    assert finding.confidence is Confidence.POSSIBLE
    return tuple(change.source for change in finding.trials)


def test_without_a_run_it_is_possible_and_the_changed_text_is_the_call_with_the_argument() -> None:
    (changed,) = _found(_NEW)
    assert changed == _NEW.replace("Recall()", "Recall(thresholds=0.0)")


def test_arguments_that_are_there_stay() -> None:
    (changed,) = _found(_NEW.replace("Recall()", "Recall(name='r')"))
    assert "Recall(name='r', thresholds=0.0)" in changed


def test_a_call_that_gives_the_argument_is_not_suspected() -> None:
    assert _found(_NEW.replace("Recall()", "Recall(thresholds=0.5)")) == ()


def test_a_call_that_gives_it_by_its_place_is_not_suspected() -> None:
    assert _found(_NEW.replace("Recall()", "Recall(0.5)")) == ()
