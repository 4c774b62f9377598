"""What a text uses of TensorFlow that silently computes something else in another release, as the linter knows."""

from pathlib import Path

from harness.lint.finding import CODES, WARNING, LintFinding
from harness.lint.rules import Question, findings_on
from harness.lint.script import script_of
from harness.symbols.timeline import read_timeline
from harness.words.errors import UsageError

_SILENT = ("TFH201", "TFH202", "TFH203", "TFH204", "TFH304")
_SHOWN = 2


def otherwise_in(source: str, old: str, new: str) -> tuple[LintFinding, ...]:
    """Give what the linter says of a text that ran on ``old`` and is to run on ``new``: what computes something else
    for all values first, then what does for some; each but once. Empty for a text that is no Python 3, and for a
    release that nobody has looked at."""
    timeline = read_timeline()
    try:
        question = Question(timeline, timeline.place(new), timeline.place(old))
        uses = script_of(source, timeline).uses
    except (SyntaxError, ValueError, RecursionError, UsageError):
        return ()
    said = [each for use in uses for each in findings_on(question, use, Path()) if each.code in _SILENT]
    found: dict[str, LintFinding] = {}
    for each in sorted(said, key=lambda each: (CODES[each.code][0] != WARNING, each)):
        found.setdefault(each.message, each)
    return tuple(found.values())


def otherwise_text(source: str, old: str, new: str) -> str:
    """Say that in a few words, empty where there is nothing to say."""
    found = otherwise_in(source, old, new)
    if not found:
        return ""
    shown = "; ".join(f"line {each.line}, {each.message}" for each in found[:_SHOWN])
    more = f"; harness lint names {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"between them other numbers were measured of what it uses: {shown}{more}"
