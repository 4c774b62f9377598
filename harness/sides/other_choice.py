"""Whether one of two sides whose numbers agree names another class than the other: a label, a verdict."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
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

# What stands beside numbers and is no class: when, by whom and on what a line was written.
_NO_CLASS = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?|am|pm|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|debug|info|warning|error|critical|main\w*|\w*thread\w*|[cgt]pu\W*\d*|\w*worker\w*|(?:rank|node|host)\W*\d*"
)
# `[Thread-A] loss 0.5`: what these name is no class either.
_NAMED_BEFORE = re.compile(r"\w*thread|\w*worker|rank|node|host|device|[cgt]pu")
# So many words of a row may be others, as in `predicted: dog actual: cat`.
_MOST_APART = 3
# A place among the words of a row: which one it is, and how many there are.
_Slot: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class _Other:
    slots: tuple[_Slot, ...]
    words: tuple[tuple[str, str], ...]
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
    if not others or _has_the_same_rows(matching):
        return None
    lefts = [match.left for match in matching.rows if match.left is not None]
    rights = [match.right for match in matching.rows if match.right is not None]
    said = {slots: (_words_in(slots, lefts), _words_in(slots, rights)) for slots in {each.slots for each in others}}
    for each in others:
        of_left, of_right = said[each.slots]
        if all(_has(left, of_left, other) and _has(right, of_right, word) for word, other in each.words):
            return each.lines
    return None


def _has_the_same_rows(matching: Matching) -> bool:
    """Whether both logs have the very same rows, but in another order: what is equal may be sorted either way."""
    pairs = [(match.left, match.right) for match in matching.of(Standing.PAIRED)]
    counted = [Counter(_told(row) for pair in pairs if (row := pair[side]) is not None) for side in (0, 1)]
    return counted[0] == counted[1]


def _told(row: Row) -> tuple[object, ...]:
    return row.words, tuple(field.value for field in row.fields if not field.noise)


def _others(matching: Matching) -> Iterator[_Other]:
    """The rows that belong together and differ in few words."""
    for match in matching.of(Standing.PAIRED):
        left, right = match.left, match.right
        if left is None or right is None or not (left.names and right.names) or len(left.words) != len(right.words):
            continue
        apart = [at for at, (one, two) in enumerate(zip(left.words, right.words, strict=True)) if one != two]
        words = tuple((left.words[at], right.words[at]) for at in apart)
        named = any(_NAMED_BEFORE.fullmatch(left.words[at - 1]) for at in apart if at)
        if 0 < len(apart) <= _MOST_APART and not named and not any(map(_is_no_class, itertools.chain(*words))):
            yield _Other(tuple((at, len(left.words)) for at in apart), words, (left.text, right.text))


def _is_no_class(word: str) -> bool:
    return (_MARKS.fullmatch(word) or _NO_CLASS.fullmatch(word)) is not None


def _words_in(slots: Sequence[_Slot], rows: Sequence[Row]) -> frozenset[str]:
    """The words that rows have in these places."""
    return frozenset(row.words[at] for row in rows for at, count in slots if count == len(row.words))


def _has(side: Side, words: Collection[str], word: str) -> bool:
    if word in words:
        return True
    # The words of a row are small, whatever the script writes.
    texts = (side.source, side.source.lower())
    return any(f"{quote}{word}{quote}" in text for quote in "'\"" for text in texts)
