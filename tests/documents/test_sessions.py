"""Sessions with prompts as code and answers."""

import subprocess
import sys

from harness.documents.document import Line
from harness.documents.sessions import is_session, read_session


def _lines(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))


def _printed(code: tuple[Line, ...]) -> str:
    text = "".join(f"{line.text}\n" for line in code)
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout


def test_what_was_typed_is_code_and_what_was_answered_is_a_log() -> None:
    session = read_session(_lines(">>> a = 3\n>>> print(a)\n3\n>>> for i in range(2):\n...     print(i)\n...\n0\n1"))
    assert [(line.number, line.text) for line in session.code] == [
        (1, "a = 3"),
        (2, "print(a)"),
        (4, "for i in range(2):"),
        (5, "    print(i)"),
    ]
    assert [(line.number, line.text) for line in session.answers] == [(3, "3"), (7, "0"), (8, "1")]


def test_the_value_of_an_expression_is_shown_as_python_shows_it() -> None:
    session = read_session(_lines(">>> 1 + 1\n2\n>>> None\n>>> 'a'\n'a'"))
    assert _printed(session.code) == "2\n'a'\n"
    assert [line.text for line in session.answers] == ["2", "'a'"]


def test_the_prompts_of_ipython_are_read_as_well() -> None:
    session = read_session(_lines("In [1]: x = [1,\n   ...:      2]\n\nIn [2]: x\nOut[2]: [1, 2]"))
    assert _printed(session.code) == "[1, 2]\n"
    assert [(line.number, line.text) for line in session.answers] == [(5, "[1, 2]")]


def test_a_line_whose_answer_is_an_error_is_left_out() -> None:
    session = read_session(
        _lines(">>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: x\n>>> 2\n2")
    )
    assert [line.text for line in session.left_out] == ["1 / 0"]
    assert [line.text for line in session.answers] == ["2"]


def test_a_prompt_without_a_blank_behind_it_is_one() -> None:
    assert [line.text for line in read_session(_lines(">>>print(1)\n1")).answers] == ["1"]


def test_code_without_prompts_is_no_session() -> None:
    assert not is_session(_lines("a = 1\nprint(a >> 1)"))
