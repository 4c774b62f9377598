"""Whether one of two sides whose numbers agree names another class than the other: a label, a verdict."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from harness.diagnose.evidence.evidence import Side
from harness.logs.matching import Matching, Standing
from harness.logs.rows import Row
from harness.sides.said import in_words, plain

# A word that is told by name, `Prediction: cat`, `label = cat`, or alone in its line.
_NAMED = re.compile(r"(?P<name>.*[:=]|.*\b(?:is|was)\b|)\s*(?P<word>[^\s:=].*)")
# What stands for a number, and characters that are no words.
_MARKS = re.compile(r"[\W_]+|#")

# A place among the words of a row: which one it is, and what all others are.
_Slot: TypeAlias = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class _Other:
    slot: _Slot
    words: tuple[str, str]
    lines: tuple[str, str]


def other_choice(left: Side, right: Side, matching: Matching | None = None) -> tuple[str, str] | None:
    """Give the first two lines in which two sides name another one of the same words: ``Prediction: cat`` and
    ``Prediction: dog``, or, in rows of numbers that belong together by ``matching``, ``0.51 cat`` and ``0.51 dog``.

    Each side has the other's word, too, printed in that place or written in its script. None where there are none, and
    where one side says it more often, for then nobody knows which is which.
    """
    if any(side.cut or side.failure is not None for side in (left, right)):
        return None
    return _in_words_alone(left, right) or (None if matching is None else _beside_numbers(left, right, matching))


def _in_words_alone(left: Side, right: Side) -> tuple[str, str] | None:
    one, two = _by_name(left), _by_name(right)
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
    for line in map(plain, in_words(side)):
        named = _NAMED.fullmatch(line)
        if named is not None and (named["name"] or " " not in named["word"]):
            found.setdefault(named["name"], []).append(named["word"])
    return found


def _beside_numbers(left: Side, right: Side, matching: Matching) -> tuple[str, str] | None:
    others = list(_others(matching))
    if not others:
        return None
    slots = {each.slot for each in others}
    of_left = _words_in(slots, [match.left for match in matching.rows if match.left is not None])
    of_right = _words_in(slots, [match.right for match in matching.rows if match.right is not None])
    for each in others:
        word, other = each.words
        if _has(left, of_left.get(each.slot, []), other) and _has(right, of_right.get(each.slot, []), word):
            return each.lines
    return None


def _others(matching: Matching) -> Iterator[_Other]:
    """The rows that belong together and differ in one word."""
    for match in matching.of(Standing.PAIRED):
        left, right = match.left, match.right
        if left is None or right is None or not (left.names and right.names) or len(left.words) != len(right.words):
            continue
        apart = [at for at, (one, two) in enumerate(zip(left.words, right.words, strict=True)) if one != two]
        words = tuple(row.words[at] for row in (left, right) for at in apart[:1])
        if len(apart) == 1 and not any(map(_MARKS.fullmatch, words)):
            yield _Other(_slot(left.words, apart[0]), (words[0], words[1]), (left.text, right.text))


def _words_in(slots: set[_Slot], rows: Sequence[Row]) -> dict[_Slot, list[str]]:
    found: dict[_Slot, list[str]] = {}
    for row in rows:
        for at in {at for at, _ in slots if at < len(row.words)}:
            slot = _slot(row.words, at)
            if slot in slots:
                found.setdefault(slot, []).append(row.words[at])
    return found


def _slot(words: tuple[str, ...], at: int) -> _Slot:
    return at, words[:at] + words[at + 1 :]


def _has(side: Side, words: Sequence[str], word: str) -> bool:
    # The words of a row are small, whatever the script writes.
    texts = (side.source, side.source.lower())
    return word in words or any(f"{quote}{word}{quote}" in text for quote in "'\"" for text in texts)
