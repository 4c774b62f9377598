"""Printing: the numbers are the same, what stands around them or how they are written is not."""

import re
from collections.abc import Callable

from packaging.version import Version

from harness.diagnose.evidence.agreement import overall
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Change, Confidence, Counts, Finding, Place
from harness.words.verdict import Verdict

_NUMPY_2 = re.compile(r"\bnp\.(?:float|int|uint|bool|complex|str)\w*\(")
_PADDED = re.compile(r"\[ +-?\d[\d.]*|\d\. +-?\d+\.")
_TUPLE = re.compile(r"^\(.*,.*\)$")
_NUMBER = re.compile(r"-?\d+\.\d+(?:[eE][-+]?\d+)?")
_DICT = re.compile(r"\{([^{}]*:[^{}]*)\}")


def detect(evidence: Evidence) -> Finding | None:
    """Find two logs whose numbers all agree while their lines do not, and say what is written in another way: scalars
    of NumPy 2, arrays or digits of NumPy before 1.14, tuples of Python 2, the order of dictionaries.

    The trial changes how NumPy prints; numbers stay as they are, so it would cure no other cause.
    """
    comparison = evidence.comparison
    if evidence.right.failure is not None or comparison.missing or comparison.left_over:
        return None
    if comparison.verdict not in (Verdict.REFORMATTED, Verdict.DIVERGED) or not overall(evidence).whole:
        return None
    if len(evidence.left.lines) != len(evidence.right.lines):
        return None
    for number, (left, right) in enumerate(zip(evidence.left.lines, evidence.right.lines, strict=True), start=1):
        if left == right:
            continue
        for says, change, fits, legacy in _KINDS:
            if fits(left, right):
                return Finding(
                    "printing",
                    Confidence.LIKELY,
                    f"all {overall(evidence).total} numbers agree; line {number} is {_cut(right)} in place of "
                    f"{_cut(left)}: {says}",
                    change,
                    trials=_trials(evidence, legacy),
                )
    return None


def _trials(evidence: Evidence, legacy: str) -> tuple[Change, ...]:
    """NumPy's old way of printing, on the side with the newer NumPy, or on the one that is no log."""
    sides = [side for side in (evidence.right, evidence.left) if side.origin is not None]
    if not legacy or not sides:
        return ()
    newest = max(sides, key=lambda side: Version(side.numpy or "0"))
    return (
        Change(
            f"np.set_printoptions(legacy='{legacy}')",
            Place.RIGHT if newest is evidence.right else Place.LEFT,
            patch="numpy_printing",
            arguments={"legacy": legacy},
            counts=Counts.LINES,
        ),
    )


def _numpy_2(left: str, right: str) -> bool:
    return bool(_NUMPY_2.search(left)) != bool(_NUMPY_2.search(right))


def _python_2_tuple(left: str, right: str) -> bool:
    return bool(_TUPLE.match(left)) != bool(_TUPLE.match(right))


def _padded_array(left: str, right: str) -> bool:
    """The same digits, with other blanks inside of brackets."""
    return any("[" in text and _PADDED.search(text) for text in (left, right)) and _bare(left) == _bare(right)


def _bare(text: str) -> str:
    return "".join(text.split())


def _other_digits(left: str, right: str) -> bool:
    """More digits for the same number on one side: 4.5549998 and 4.555."""
    ours, theirs = _NUMBER.findall(right), _NUMBER.findall(left)
    pairs = [(mine, other) for mine, other in zip(ours, theirs, strict=False) if mine != other]
    return (
        _NUMBER.sub("#", left).split() == _NUMBER.sub("#", right).split()
        and len(ours) == len(theirs)
        and bool(pairs)
        and any(max(len(mine), len(other)) >= 9 for mine, other in pairs)
    )


def _dict_order(left: str, right: str) -> bool:
    ours, theirs = _DICT.findall(right), _DICT.findall(left)
    return bool(ours) and ours != theirs and [_items(text) for text in ours] == [_items(text) for text in theirs]


def _items(text: str) -> list[str]:
    return sorted(part.strip() for part in text.split(","))


def _cut(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


# What is written in another way, what to change, whether two lines show it, and the NumPy that wrote it the old way.
_KINDS: tuple[tuple[str, str, Callable[[str, str], bool], str], ...] = (
    (
        "NumPy 2 writes its scalars as np.float32(...) inside of lists, tuples and dictionaries",
        "print float(x), or np.set_printoptions(legacy='1.25'), or take the numbers for the same",
        _numpy_2,
        "1.25",
    ),
    (
        "Python 2 printed a tuple where Python 3 prints its parts",
        "print with one string, as in print('%s %s' % (a, b)), which is the same in both",
        _python_2_tuple,
        "",
    ),
    (
        "before 1.14 NumPy kept a place for the sign and padded the numbers of an array",
        "np.set_printoptions(legacy='1.13') prints as it did, or take the numbers for the same",
        _padded_array,
        "1.13",
    ),
    (
        "since 1.14 NumPy writes the shortest digits that give a number back",
        "print with a format of your own (%.7f), or np.set_printoptions(legacy='1.13')",
        _other_digits,
        "1.13",
    ),
    (
        "before Python 3.6 the order of a dictionary was not that of insertion",
        "print sorted(d.items())",
        _dict_order,
        "",
    ),
)
