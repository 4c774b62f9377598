"""Printing: the numbers are the same, what stands around them or how they are written is not."""

import math
import re
from collections.abc import Callable

from packaging.version import Version

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.agreement import overall, together_agree
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Change, Confidence, Counts, Finding, Place
from harness.words.printed import NUMBER, bare_number, half_unit
from harness.words.ulps import nearest
from harness.words.verdict import Verdict

_NUMPY_2 = re.compile(r"\bnp\.(?:float|int|uint|bool|complex|str)\w*\(")
_PADDED = re.compile(r"\[ +-?\d[\d.]*|\d\. +-?\d+\.")
_TUPLE = re.compile(r"^\(.*,.*\)$")
_DICT = re.compile(r"\{([^{}]*:[^{}]*)\}")


def detect(evidence: Evidence) -> Finding | None:
    """Find two logs whose numbers all agree while their lines do not, and say what is written in another way: scalars
    of NumPy 2, arrays or digits of NumPy before 1.14, tuples of Python 2, the order of dictionaries. Where numbers
    differ by no more than the shorter ones are printed to, say that they may have been rounded.

    The trial changes how NumPy prints; numbers stay as they are, so it would cure no other cause.
    """
    comparison = evidence.comparison
    if evidence.right.failure is not None or comparison.missing or comparison.left_over:
        return None
    if comparison.verdict not in (Verdict.REFORMATTED, Verdict.DIVERGED):
        return None
    if not overall(evidence).whole:
        return _may_be_rounded(evidence)
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


def _may_be_rounded(evidence: Evidence) -> Finding | None:
    """All numbers that differ do so by no more than half a unit of the shorter one's last digit."""
    short = None
    for paired in evidence.paired:
        agreeing = together_agree(paired, evidence.tolerances)
        for (left, right), agrees in zip(paired.together, agreeing, strict=True):
            if agrees:
                continue
            if not (math.isfinite(left.value) and math.isfinite(right.value)):
                return None
            if not left.text or not right.text or left.text == right.text:
                return None
            units = half_unit(bare_number(left.text)), half_unit(bare_number(right.text))
            if abs(left.value - right.value) > max(units) / (100 if "%" in left.text + right.text else 1):
                return None
            short = short or (paired.name, *((left, right) if units[0] > units[1] else (right, left)))
    if short is None:
        return None
    name, rounded, number = short
    return Finding(
        "printing",
        Confidence.POSSIBLE,
        f"{name} {rounded.text} is {number.text} with fewer digits; whether it was rounded, or is another number, the "
        "logs do not show",
        "print both sides with the same format and more digits, %.9g",
    )


def _other_digits(left: str, right: str) -> bool:
    """More digits for the same float32 on one side: 4.5549998 and 4.555."""
    pairs = _differing(left, right)
    return bool(pairs) and all(
        len(mine) != len(other)
        and max(len(mine), len(other)) >= 9
        and nearest(float(mine), "float32") == nearest(float(other), "float32")
        and not any("e" in text.lower() for text in (mine, other))
        for mine, other in pairs
    )


def _beyond_float32(left: str, right: str) -> bool:
    """As many digits on both sides, and other ones only where a float32 has none."""
    pairs = _differing(left, right)
    return bool(pairs) and all(
        len(mine) == len(other) and nearest(float(mine), "float32") == nearest(float(other), "float32")
        for mine, other in pairs
    )


def _notation(left: str, right: str) -> bool:
    """The same number, with an exponent on one side only."""
    pairs = _differing(left, right)
    return bool(pairs) and all(
        ("e" in mine.lower()) != ("e" in other.lower())
        and nearest(float(mine), "float32") == nearest(float(other), "float32") != 0
        for mine, other in pairs
    )


def _differing(left: str, right: str) -> list[tuple[str, str]]:
    """The numbers of two lines with the same words that are written otherwise."""
    ours, theirs = NUMBER.findall(right), NUMBER.findall(left)
    if len(ours) != len(theirs) or NUMBER.sub("#", left).split() != NUMBER.sub("#", right).split():
        return []
    return [(mine, other) for mine, other in zip(ours, theirs, strict=True) if mine != other]


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
        "their digits differ only beyond those that a float32 has, and both are the same float32",
        "print with %.9g, which is all that a float32 holds; a log of float64 needs dtype float64 on both sides",
        _beyond_float32,
        "",
    ),
    (
        "one side writes it with an exponent, as NumPy does since 2.3 with a float32 of a million or more",
        "print with a format of your own (%.7g), or take the numbers for the same",
        _notation,
        "",
    ),
    (
        "before Python 3.6 the order of a dictionary was not that of insertion",
        "print sorted(d.items())",
        _dict_order,
        "",
    ),
)


# Likely without a run: both texts are there, and stand for the same numbers.
CAUSE = Cause(("printing",), detect, likely=("printing",), harmless=True)
