"""A script that ends well and only says what it wants is told how to give it that."""

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.sides.advice.said_alone import said_alone_text

WANTS = "it says what it wants to have first, and no more; add to the command: --cwd DIR, "


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("Usage: python train.py [train|predict]",), "it says how it is used, and no more; "),
        (("Please create ../data/trees relative to this file.", "train.txt should be in there."), WANTS),
        (("rows.csv not found", "You need to download the rows first"), WANTS),
        (("You must first train a model!",), WANTS),
        (("loss 0.25", "Please download more rows for a better one"), ""),
        (("Please wait",), ""),
        (("It will download rows, please be patient",), ""),
        (("Please download the rows", *("row",) * 20), ""),
    ],
)
def test_what_a_script_wants_is_told_where_it_says_no_more(lines: tuple[str, ...], says: str) -> None:
    told = list(said_alone_text(Side("train.py", lines)))
    assert [each[: len(says)] for each in told] == ([says] if says else [])
    assert list(said_alone_text(Side("train.py", lines, cut=True))) == []
