"""Specification of sets that are walked through: their order is that of hashes, which differs from Python to Python."""

import pytest

from harness.porting.sets import with_sorted_sets


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("letters = list(set(text))  # all\n", "letters = list(sorted(set(text)))  # all\n"),
        (
            "place = {c: i for i, c in enumerate(set(text))}\n",
            "place = {c: i for i, c in enumerate(sorted(set(text)))}\n",
        ),
        ("for c in set(text): print(c)\n", "for c in sorted(set(text)): print(c)\n"),
        ("x = [c for c in set(text)]\n", "x = [c for c in sorted(set(text))]\n"),
        ("x = sorted(set(text))\n", "x = sorted(set(text))\n"),
        ("x = len(set(text)), 3 in set(text)\n", "x = len(set(text)), 3 in set(text)\n"),
        ("x = list(set(range(9)))\n", "x = list(set(range(9)))\n"),
        ("def set(x): pass\nset = 3\nx = list(set(text))\n", "def set(x): pass\nset = 3\nx = list(set(text))\n"),
    ],
)
def test_a_set_that_is_made_and_walked_through_is_sorted(old: str, new: str) -> None:
    assert with_sorted_sets(old) == new
    assert with_sorted_sets(new) == new
