"""Specification of how a run that failed is told."""

from pathlib import Path

from harness import targets
from harness.diagnose.evidence.evidence import Side
from harness.sides.run_text import advice_text, failure_text
from harness.targets.outcome import Failure

STAND_IN = Path(targets.__file__).parent / "preludes" / "stand_in.py"


def test_a_traceback_is_told_without_what_stands_around_the_script() -> None:
    detail = (
        "Traceback (most recent call last):\n"
        '  File "/home/me/train.py", line 9, in <module>\n'
        "    rows = open('rows.csv')\n"
        f'  File "{STAND_IN}", line 106, in open_made\n'
        "    return open_original(file)\n"
        "           ^^^^^^^^^^^^^^^^^^^\n"
        "FileNotFoundError: [Errno 2] No such file or directory: 'rows.csv'\n"
    )
    side = Side("train.py", (), failure=Failure("raised", "train.py:9: FileNotFoundError: ...", detail))
    assert list(failure_text("left", side)) == [
        "the left side failed: train.py:9: FileNotFoundError: ...",
        "    Traceback (most recent call last):",
        '      File "/home/me/train.py", line 9, in <module>',
        "        rows = open('rows.csv')",
        "    FileNotFoundError: [Errno 2] No such file or directory: 'rows.csv'",
    ]


def test_more_time_is_said_last_of_a_run_that_printed_nothing() -> None:
    reason = "printed nothing within 60 s and was at train.py:139; give it more time: --within 300s"
    side = Side("train.py", (), failure=Failure("hung", reason, ""))
    assert list(advice_text(side)) == [
        "it had not failed by then; add to the command: --within 300s, in place of what it has"
    ]
    raised = Side("train.py", (), failure=Failure("raised", "train.py:9: ValueError: --within 300s", ""))
    assert list(advice_text(raised)) == []
