"""What two sides print in words alone: a label, a verdict. Numbers are judged elsewhere."""

import re

from harness.diagnose.evidence.evidence import Side

_DIGIT = re.compile(r"\d")
# How a value or a warning of TensorFlow, NumPy and Python reads differs from release to release.
_SHOWN = re.compile(r"[<>]|tensor|\btf\.|dtype|float|\bint\b|warning|deprecat", re.IGNORECASE)
# A word that is told by name, `Prediction: cat`, `label = cat`, or alone in its line.
_NAMED = re.compile(r"(?P<name>.*[:=]|.*\b(?:is|was)\b|)\s*(?P<word>[^\s:=].*)")
_QUOTED = re.compile(r"\b[bu](?=['\"])")


def other_words(left: Side, right: Side) -> tuple[str, str] | None:
    """Give the first two lines without a number that say something else; None where all say the same, or one side says
    more than the other, which may be a warning. A side that was stopped is read as far as it came."""
    one, two = _said(left), _said(right)
    stopped = any(side.cut or side.failure is not None for side in (left, right))
    if len(one) != len(two) and not stopped:
        return None
    pairs = ((mine, other) for mine, other in zip(one, two, strict=False) if _plain(mine) != _plain(other))
    return next(pairs, None)


def other_choice(left: Side, right: Side) -> tuple[str, str] | None:
    """Give the first two lines in which two sides name another one of the same words: ``Prediction: cat`` and
    ``Prediction: dog``, where each side has the other's word, too, printed under that name or written in its script.
    None where there are none, and where one side says it more often, for then nobody knows which is which."""
    one, two = _by_name(left), _by_name(right)
    if any(side.cut or side.failure is not None for side in (left, right)):
        return None
    for name, words in one.items():
        others = two.get(name, [])
        if len(words) != len(others):
            continue
        for word, other in zip(words, others, strict=True):
            if word != other and _has(left, words, other) and _has(right, others, word):
                return f"{name} {word}".strip(), f"{name} {other}".strip()
    return None


def _by_name(side: Side) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in map(_plain, _said(side)):
        named = _NAMED.fullmatch(line)
        if named is not None and (named["name"] or " " not in named["word"]):
            found.setdefault(named["name"], []).append(named["word"])
    return found


def _has(side: Side, words: list[str], word: str) -> bool:
    return word in words or any(f"{quote}{word}{quote}" in side.source for quote in "'\"")


def _said(side: Side) -> list[str]:
    if side.trace is not None:
        return []
    return [line.strip() for line in side.lines if line.strip() and not _DIGIT.search(line) and not _SHOWN.search(line)]


def _plain(line: str) -> str:
    return " ".join(_QUOTED.sub("", line).split())
