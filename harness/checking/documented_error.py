"""Errors that a document shows: its log ends in a traceback, and so should the run."""

import re
from dataclasses import replace

from harness.diagnose.evidence.evidence import Side

_BEGINS = re.compile(r"(?:\w*Error\s+)?Traceback \(most recent call last\)")
_IN_COMMENT = re.compile(r"#\s*(?:->|=>|>+)?\s*(?P<error>(?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception)\s*:.*)")
_RULE = re.compile(r"-{20,}")


def without_error(log: Side) -> tuple[Side, str]:
    """Give a log without the traceback that it ends in, and that one's last line; an empty text where there is none."""
    at = next((place for place, line in enumerate(log.lines) if _BEGINS.search(line)), None)
    last = next((line.strip() for line in reversed(log.lines) if line.strip()), "")
    if at is None or not re.match(r"[\w.]*(?:Error|Exception|Warning|Interrupt|Iteration)\b", last):
        return log, ""
    if at and _RULE.fullmatch(log.lines[at - 1].strip()):
        at -= 1
    return replace(log, lines=log.lines[:at]), last


def shown_error(code: str) -> str:
    """Give the error that a comment of a code shows as what comes of it, ``# ValueError: ...``; empty for none."""
    match = _IN_COMMENT.search(code)
    return match["error"] if match is not None else ""


def without_failure(side: Side, error: str) -> Side:
    """Give a run that ended in a documented error as one that ended; any other run as it is."""
    failure = side.failure
    if not error or failure is None or failure.kind != "raised" or _name(error) not in failure.reason:
        return side
    return replace(side, failure=None)


def _name(error: str) -> str:
    """The class of an error without its module, which releases put in front of it or not."""
    return error.partition(":")[0].strip().rpartition(".")[2]
