"""Specification of an EarlyStopping that leaves the weights of the last epoch."""

import pytest

from harness.diagnose.detectors.printed.best_weights import detect
from harness.diagnose.sources.changed.keywords import with_keyword
from tests.diagnose.sides import made

STOPS = "stop = tf.keras.callbacks.EarlyStopping(patience=3{})\n"


@pytest.mark.parametrize(
    ("given", "tried"), [("", ", restore_best_weights=True"), (", restore_best_weights=False", None)]
)
def test_the_best_weights_are_given_back_where_the_port_does_not_say(given: str, tried: str | None) -> None:
    numbers = {"loss": [2.0, 1.0, 1.5], "final": [1.0]}, {"loss": [2.0, 1.0, 1.5], "final": [1.5]}
    head = "import tensorflow as tf\n"
    finding = detect(made(*numbers, sources=("kept = 1\n", head + STOPS.format(given))))
    assert (finding.trials[0].source if finding is not None else None) == (
        head + STOPS.format(tried) if tried is not None else None
    )


def test_a_class_that_was_imported_by_its_name_is_known() -> None:
    text = "from keras.callbacks import EarlyStopping\nstop = EarlyStopping()\n"
    assert with_keyword(text, "EarlyStopping", "restore_best_weights", "True") == text.replace(
        "EarlyStopping()", "EarlyStopping(restore_best_weights=True)"
    )
    assert with_keyword("fit(x)\n", "fit", "shuffle", "False") is None
