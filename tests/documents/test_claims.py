"""What prose and lists of figures claim."""

import pytest

from harness.documents.claims import figures_in, stays_in
from harness.documents.document import Line


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("As only w is run, w stays 5.", "w", "5"),
        ("then `w` always stays `5.0` for ever", "w", "5.0"),
        ("the loss remains at 0.25 whatever happens", "loss", "0.25"),
        ("global_step is always 0 here", "global_step", "0"),
        ("这样只读取而不训练, w 将始终是 5。", "w", "5"),
        ("w的值始终为-1", "w", "-1"),
    ],
)
def test_a_value_that_stays_is_a_claim(text: str, name: str, value: str) -> None:
    (claim,) = stays_in([Line(3, text)])
    assert (claim.name, claim.value, claim.stays, claim.line.number) == (name, value, True, 3)


@pytest.mark.parametrize("text", ["w is 5 at first", "it stays there", "w stays 5px wide", "TensorFlow 1.4 stays"])
def test_other_prose_is_none(text: str) -> None:
    assert list(stays_in([Line(1, text)])) == []


def test_figures_in_lines_of_their_own_have_the_step_above_them() -> None:
    text = [
        "2500 rounds:",
        "AdamOptimizer:0.383676",
        "MomentumOptimizer: 0.383561",
        "",
        "so much for that",
        "rate: 0.1",
    ]
    found = list(figures_in([Line(number, line) for number, line in enumerate(text, start=1)]))
    assert [(each.name, each.value, each.step) for each in found] == [
        ("AdamOptimizer", "0.383676", 2500),
        ("MomentumOptimizer", "0.383561", 2500),
        ("rate", "0.1", None),
    ]
