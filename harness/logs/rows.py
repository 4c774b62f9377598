"""Lines of a log as rows of named numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from harness.logs.fields import Field, take_line_apart, with_number
from harness.logs.noise import noise_among, without_prefix
from harness.words.printed import LEAST_DIGITS, NUMBER, digits_of, half_of_place, half_unit, integer_in
from harness.words.series import Number, Series

# What the next line of an array that is printed over several may begin with.
_CONTINUES = re.compile(r"\s*(?:[\[\]\-+.]|\d|nan|inf|array\(|np\.)")
_LONGEST_ARRAY = 1000
# A line that names the array, or the one number, on the next one.
_LABEL = re.compile(r"[^\d\[\]{}()]*[^\W\d]\s*[:=\uff1a]")
_LONE = re.compile(rf"\s*{NUMBER.pattern}%?\s*")
# NumPy leaves out trailing zeros: `3.` is 3.00000000, at its eight digits.
_NUMPY_DIGITS = 8
# So few numbers, or digits, may be as long by accident.
_FEWEST, _SHORTEST_FORMAT = 5, 3
# A zero that a format printed, though the number does not need it; 3.0 is how Python writes a whole number.
_ENDS_IN_ZERO = re.compile(r"[+-]?\d*\.(?:\d+0|0+(?=[eE]))(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Row:
    """What a log prints at once: a line, or several with an array over them. ``line`` is the place of the first one,
    from 0, ``text`` all of them; ``noise`` says that the program, not the script, may have printed it."""

    line: int
    text: str
    fields: tuple[Field, ...]
    words: tuple[str, ...]
    noise: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The sorted names of what is judged: rows with the same names form one group, in whatever order they print
        them."""
        return tuple(sorted(field.name for field in self.fields if not field.noise))


def rows_of(lines: Sequence[str]) -> tuple[Row, ...]:
    """Take every line of a log apart, but for blank ones."""
    noise = noise_among(lines)
    rows: list[Row] = []
    place = 0
    while place < len(lines):
        end = place + 1 if noise[place] else _end(lines, _labelled(lines, place))
        text = "\n".join(line.rstrip() for line in lines[place:end])
        if text.strip():
            taken = take_line_apart(without_prefix(text))
            rows.append(Row(place, text, () if noise[place] else taken.fields, taken.words, noise[place]))
        place = end
    return tuple(rows)


def columns_of(lines: Sequence[str], positions: Sequence[int] | None) -> tuple[Series, ...]:
    """Give the numbers of a log, a series for each name in each group of rows with the same names.

    A number's position is that of its row in the group, from 0 or, given ``positions`` of the lines in the whole run,
    that of its line. The largest group has its names as they are; a name that stands in another group, too, is ``w#2``
    there. Times and dates are left out.
    """
    rows = rows_of(lines)
    series: dict[str, Series] = {}
    for names, group in groups_of(rows).items():
        slacks = slacks_of(group)
        columns: dict[str, list[Number]] = {name: [] for name in _in_order(group[0])}
        for place, row in enumerate(group):
            for field in row.fields:
                if field.name in columns and field.is_number:
                    position = place if positions is None else positions[row.line]
                    slack = slacks[field.name, field.text]
                    columns[field.name].append(Number(position, field.value, slack, field.text))
        assert set(columns) == set(names)
        for name, numbers in columns.items():
            if numbers:
                unique = _unique(name, series)
                series[unique] = Series(unique, "", tuple(numbers))
    return tuple(series.values())


def groups_of(rows: Sequence[Row]) -> dict[tuple[str, ...], list[Row]]:
    """Give the rows that have numbers by their names, the largest group first: so the few numbers of a banner do not
    decide what all others are called."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row.names:
            groups.setdefault(row.names, []).append(row)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def slacks_of(group: Sequence[Row]) -> Mapping[tuple[str, str], float]:
    """Give by name and text by how much each number of a group may differ from what was printed.

    That is half a unit of its last digit. Where the numbers of one name have varying digits and none ends in a zero, or
    are one short number again and again, the printing leaves out zeros (``%s``, ``%g``): ``0.1`` says as much as
    ``0.09801`` beside it, and so does ``3`` beside ``2.5``. Where all are integers, they are exact.
    """
    texts: dict[str, dict[str, None]] = {}
    for row in group:
        for field in row.fields:
            texts.setdefault(field.name, {})[field.text] = None
    repeated = len(group) > 1
    return {
        (name, text): slack
        for name, printed in texts.items()
        for text, slack in zip(printed, slacks_of_column(list(printed), repeated=repeated), strict=True)
    }


def slacks_of_column(texts: Sequence[str], *, repeated: bool) -> list[float]:
    """Give the same for the texts that one column prints, each once; ``repeated`` where there are several rows."""
    bare = [text.removesuffix("%") for text in texts]
    floats = [text for text in bare if integer_in(text) is None and half_unit(text)]
    if not floats:
        return [0.0] * len(texts)
    digits = {digits_of(text) for text in floats}
    varying = len({half_unit(text) for text in floats}) > 1 or len(floats) < sum(half_unit(text) > 0 for text in bare)
    # A fixed number of decimals (%.2f) or of digits (%.2e) leaves out nothing.
    fixed = len(digits) == 1 and all("e" in text.lower() for text in floats)
    short = repeated and len(texts) == 1 and digits == {1}
    strips = (varying and not fixed and not any(map(_ENDS_IN_ZERO.fullmatch, floats))) or short
    least = _format_digits(floats) if strips else 0
    return [
        _slack(text, half_unit(text), least) / (100 if percent.endswith("%") else 1)
        for text, percent in zip(bare, texts, strict=True)
    ]


def _format_digits(floats: Sequence[str]) -> int:
    """The digits of a format that leaves out zeros. Nine of ten numbers end in no zero: where nearly all have one
    length, it is that of `%.4g`; else the numbers are short by themselves, as rates are."""
    digits = [digits_of(text) for text in floats]
    longest = max(digits)
    fixed = longest >= _SHORTEST_FORMAT and len(digits) >= _FEWEST and digits.count(longest) >= 0.7 * len(digits)
    return longest if fixed else max(LEAST_DIGITS, longest)


def _slack(text: str, unit: float, digits: int) -> float:
    if text.endswith("."):
        unit = min(unit, half_of_place(-_NUMPY_DIGITS))
    return min(unit, half_of_place(Decimal(text).adjusted() + 1 - digits)) if digits else unit


def _labelled(lines: Sequence[str], place: int) -> int:
    """The line whose numbers a line names: the next one below a label, if that is an array or one number that does not
    head a column; else the line itself."""
    if place + 1 == len(lines) or not _LABEL.fullmatch(lines[place].strip()):
        return place
    below = lines[place + 1]
    heads = place + 2 < len(lines) and _LONE.fullmatch(lines[place + 2]) is not None
    named = below.lstrip().startswith(("[", "array(", "tf.Tensor(", "<tf.")) or (_LONE.fullmatch(below) and not heads)
    return place + 1 if named else place


def _end(lines: Sequence[str], place: int) -> int:
    """Where the row that begins in a line ends: behind it, or behind the line in which its brackets are closed."""
    depth = _depth(lines[place])
    if depth <= 0:
        return place + 1
    for end in range(place + 1, min(len(lines), place + _LONGEST_ARRAY)):
        if not _CONTINUES.match(lines[end]):
            break
        depth += _depth(lines[end])
        if depth <= 0:
            return end + 1
    return place + 1


def _depth(line: str) -> int:
    return line.count("[") - line.count("]")


def _in_order(row: Row) -> list[str]:
    return [field.name for field in row.fields if not field.noise]


def _unique(name: str, taken: Mapping[str, Series]) -> str:
    number = 1
    while (unique := with_number(name, number)) in taken:
        number += 1
    return unique
