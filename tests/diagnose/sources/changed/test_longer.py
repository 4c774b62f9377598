"""Specification of scripts that make more records, for an experiment that foretells them."""

import pytest

from harness.diagnose.sources.changed.longer import longer


@pytest.mark.parametrize(
    ("loop", "longer_loop"),
    [
        ("for i in range(3):", "for i in range((3) + 2):"),
        ("for i in range(steps):", "for i in range((steps) + 2):"),
        ("for i in range(1, n + 1):", "for i in range(1, (n + 1) + 2):"),
        ("for i in range(0, 30, 10):", "for i in range(0, (30) + 2 * (10), 10):"),
    ],
)
def test_the_loop_that_prints_goes_round_more_often(loop: str, longer_loop: str) -> None:
    text = "for j in range(9):\n    made(j)\n{}\n    for k in range(2):\n        step()\n    print(i)\n"
    assert longer(text.format(loop), 2) == text.format(longer_loop)


def test_the_loop_of_a_trace_is_the_one_that_yields() -> None:
    text = "def trace(steps=40):\n    for step in range(steps):\n        yield {'w': 1.0}\n"
    assert longer(text, 1) == text.replace("range(steps)", "range((steps) + 1)")


@pytest.mark.parametrize(
    "text",
    [
        "while True:\n    print(1)\n",
        "for x in data:\n    print(x)\n",
        "for i in range(3):\n    print(i)\nfor i in range(4):\n    print(i)\n",
        "for i in range(3):\n    pass\n",
        "print 'python 2'\n",
    ],
)
def test_where_it_cannot_be_told_which_loop_makes_the_records_there_is_no_longer_script(text: str) -> None:
    assert longer(text, 1) is None
