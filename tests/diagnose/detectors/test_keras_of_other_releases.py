"""What Keras does otherwise in some releases, and which pairs of sides are told of it."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.anywhere import stopping_baseline
from harness.diagnose.detectors.printed import rate_read_late
from harness.diagnose.detectors.rate import lr_set_in_vain
from harness.diagnose.detectors.update import rows_repeated
from harness.diagnose.evidence.evidence import Evidence
from tests.diagnose.sides import DIVERGED, made, origin

STOPS = "stop = tf.keras.callbacks.EarlyStopping('loss', patience=2{})\n"
READS = "schedule = tf.keras.optimizers.schedules.{}(0.1, 2, 0.5)\nprint(step, optimizer.{})\n"


def of(releases: tuple[str, str], source: str, *, more_lines: int = 0) -> Evidence:
    """Two sides of one text, whose rates part in the second of three records."""
    evidence = made(
        {"rate": [0.1, 0.1, 0.05]},
        {"rate": [0.1, 0.05, 0.05]},
        sources=(source, source),
        comparison=replace(DIVERGED, left_over=more_lines),
    )
    left, right = (
        replace(side, tensorflow=release, origin=origin())
        for side, release in zip((evidence.left, evidence.right), releases, strict=True)
    )
    return replace(evidence, left=left, right=right)


@pytest.mark.parametrize(
    ("releases", "source", "more_lines", "tried_on"),
    [
        (("2.4.4", "2.15.1"), STOPS.format(", baseline=0.1"), 3, "left"),
        (("2.21.0", "1.15.5"), STOPS.format(", baseline=0.1"), 3, "right"),
        (("2.4.4", "2.15.1"), STOPS.format(", baseline=0.1"), 0, None),
        (("2.4.4", "2.15.1"), STOPS.format(""), 3, None),
        (("2.5.3", "2.15.1"), STOPS.format(", baseline=0.1"), 3, None),
        (("2.3.4", "2.4.4"), STOPS.format(", baseline=0.1"), 3, None),
    ],
)
def test_a_baseline_is_looked_at_where_2_5_lies_between_and_one_side_goes_on(
    releases: tuple[str, str], source: str, more_lines: int, tried_on: str | None
) -> None:
    finding = stopping_baseline.detect(of(releases, source, more_lines=more_lines))
    assert (str(finding.trials[0].side) if finding is not None else None) == tried_on


@pytest.mark.parametrize(
    ("releases", "source", "tried_on"),
    [
        (("2.15.1", "2.21.0"), READS.format("ExponentialDecay", "learning_rate.numpy()"), "left"),
        (("1.15.5", "2.11.1"), READS.format("ExponentialDecay", "lr.numpy()"), "right"),
        (("2.11.1", "2.15.1"), READS.format("ExponentialDecay", "learning_rate.numpy()"), None),
        (("2.10.1", "2.16.1"), READS.format("ExponentialDecay", "learning_rate.numpy()"), None),
        (("2.15.1", "2.21.0"), READS.format("ExponentialDecay", "iterations.numpy()"), None),
        (("2.15.1", "2.21.0"), "optimizer.learning_rate = 0.1\n", None),
        (("2.15.1", "2.21.0"), "print(optimizer.learning_rate)\n", None),
    ],
)
def test_a_rate_is_looked_at_where_one_side_alone_shows_that_of_its_last_step(
    releases: tuple[str, str], source: str, tried_on: str | None
) -> None:
    finding = rate_read_late.detect(of(releases, source))
    assert (str(finding.trials[0].side) if finding is not None else None) == tried_on


@pytest.mark.parametrize(
    ("releases", "source", "tried"),
    [
        (("2.15.1", "2.21.0"), "model.optimizer.lr = 0.1\n", "model.optimizer.learning_rate = 0.1\n"),
        (("1.15.5", "2.16.1"), "x.lr /= 2; y.lr = 1\n", "x.learning_rate /= 2; y.learning_rate = 1\n"),
        (("2.4.4", "2.15.1"), "model.optimizer.lr = 0.1\n", None),
        (("2.15.1", "2.21.0"), "self.lr = 0.1\nlr = self.lr\nprint(optimizer.lr)\n", None),
    ],
)
def test_an_lr_is_looked_at_that_an_optimizer_of_keras_3_is_given(
    releases: tuple[str, str], source: str, tried: str | None
) -> None:
    finding = lr_set_in_vain.detect(of(releases, source))
    assert (finding.trials[0].source if finding is not None else None) == tried


@pytest.mark.parametrize(
    ("releases", "source", "tried_on"),
    [
        (("2.15.1", "2.21.0"), "rows = tf.nn.embedding_lookup(table, words)\n", "right"),
        (("2.16.1", "1.15.5"), "\nlayer = tf.keras.layers.Embedding(9, 2)\n", "left"),
        (("2.4.4", "2.15.1"), "rows = tf.gather(table, words)\n", None),
        (("2.16.1", "2.21.0"), "rows = tf.gather(table, words)\n", None),
        (("2.15.1", "2.21.0"), "embeddings = gathered = 1\n", None),
    ],
)
def test_rows_are_looked_at_that_keras_3_trains_and_an_older_keras(
    releases: tuple[str, str], source: str, tried_on: str | None
) -> None:
    finding = rows_repeated.detect(of(releases, source))
    assert (str(finding.trials[0].side) if finding is not None else None) == tried_on
