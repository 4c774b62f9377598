"""Where an exercise wants code, its text says so; a mistake is none."""

import pytest

from harness.scripts.gaps import asked_for, gap_at


@pytest.mark.parametrize(
    ("text", "line", "wrong", "missing"),
    [
        ("x = 1\ninputs = \n", 2, "invalid syntax", "nothing stands behind inputs ="),
        ("words = # the words that are kept\n", 1, "invalid syntax", "nothing stands behind words ="),
        ("w = f(<FILL IN>)\n", 1, "invalid syntax", "`w = f(<FILL IN>)` asks for code"),
        ("w = tf.matmul(x, ???)\n", 1, "invalid syntax", "`w = tf.matmul(x, ???)` asks for code"),
        (
            "def loss(y):\n    # TODO: the loss\n\nx = 2\n",
            4,
            "expected an indented block after function definition on line 1",
            "no code stands behind `# TODO: the loss`",
        ),
        ("def loss(y):\n    # the loss\n\nx = 2\n", 4, "expected an indented block", ""),
        ("x = = 2\n", 1, "invalid syntax", ""),
        ("a = (1,\nb = 2\n", 2, "invalid syntax", ""),
        ("x = 3 <y> 4 5\n", 1, "invalid syntax", ""),
    ],
)
def test_what_is_missing_where_python_stops(text: str, line: int, wrong: str, missing: str) -> None:
    assert gap_at(text, line, wrong) == missing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x = 1\n### YOUR CODE HERE ###\ny = None\n", (2, "`### YOUR CODE HERE ###`")),
        ("def f(x):\n    # TODO: Implement it\n    return None\n", (2, "`# TODO: Implement it`")),
        ("#### Your code goes here (3 lines) ####\n", (1, "`#### Your code goes here (3 lines) ####`")),
        ("# Write your code to compute it\n", (1, "`# Write your code to compute it`")),
        ("x = 1\nw = ____\nprint(w)\n", (2, "`w = ____`")),
        ("for ___ in range(3):\n    print(___)\n", None),
        ("print('____')  # a ____ b\n", None),
        ("# your code goes through here unchanged\n", None),
        ("# your solution should be fast\n", None),
        ("# your code here to the end\n", None),
        ("# TODO: make this faster\nx = 1\n", None),
        ("print('your code')\n", None),
    ],
)
def test_a_text_that_python_reads_may_ask_for_code(text: str, found: tuple[int, str] | None) -> None:
    assert asked_for(text) == found
