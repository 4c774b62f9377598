"""Other expression: a statement that both scripts have, and that one of them writes with something else in a place."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.apart_lines import lines_apart
from harness.diagnose.evidence.calls import is_watched
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.expressions.expressions import with_other_expression
from harness.diagnose.sources.text.rewritten import Rewritten
from harness.words.finding import Change, Confidence, Finding

_MOST, _LONGEST = 10, 80


def detect(evidence: Evidence) -> Finding | None:
    """Find statements of the right script that the left one has nearly so: with an argument more or less, of another
    array, over another axis, or behind one more that sets the same name.

    The trials write such a statement, or one place of it, as the left script does. Where all numbers agree then, that
    is what differs, and nothing less is told.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or not left.source or not right.source or left.source == right.source:
        return None
    if not (is_watched(left) and is_watched(right)):
        return None
    release = ".".join(right.tensorflow.split(".")[:2])
    found = list(islice(with_other_expression(right.source, left.source, lines_apart(evidence), release), _MOST))
    if not found:
        return None
    return Finding(
        "other-expression",
        Confidence.POSSIBLE,
        _says(found[0], evidence),
        "write it as the old script does",
        trials=tuple(
            Change(
                f"{_short(each.now) or 'nothing'}{' in place of ' + _short(each.was) if each.was else ''} "
                f"in line {each.line}",
                source=each.source,
                shows=_says(each, evidence),
                advice=f"write {_short(each.now) or 'nothing'}"
                + (f" in place of {_short(each.was)}" if each.was else "")
                + f" in line {each.line}",
            )
            for each in found
        ),
    )


def _says(each: Rewritten, evidence: Evidence) -> str:
    return (
        f"line {each.line} of {evidence.right.name} has {_short(each.was) or 'nothing'} in place of "
        f"{_short(each.now) or 'nothing'}, as {evidence.left.name} computes"
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


# It is asked for once calls were watched, for a setting of a call says more, and its trials are many.
CAUSE = Cause(("other-expression",), detect, witnesses=("watch_calls",), only_confirmed=True)
