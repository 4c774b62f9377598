"""Lines of a log as rows of named numbers."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from harness.logs.fields import Field, Taken, take_line_apart, with_number
from harness.logs.fit import behind_bar, is_epoch, progress_of
from harness.logs.formats import slacks_of_column
from harness.logs.noise import noise_among, without_prefix
from harness.words.printed import NUMBER
from harness.words.series import Number, Series

# What the next line of an array that is printed over several may begin with.
_CONTINUES = re.compile(r"\s*(?:[\[\]\-+.]|\d|nan|inf|array\(|np\.)")
_LONGEST_ARRAY = 1000
# A line that names the array, or the one number, on the next one.
_LABEL = re.compile(r"[^\d\[\]{}()]*[^\W\d]\s*[:=\uff1a]")
_LONE = re.compile(rf"\s*{NUMBER.pattern}(?: ?%)?\s*")


@dataclass(frozen=True)
class Row:
    """What a log prints at once: a line, or several with an array over them. ``line`` is the place of the first one,
    from 0, ``text`` all of them; ``noise`` says that the program, not the script, may have printed it, ``fit`` that
    Keras did, of an epoch."""

    line: int
    text: str
    fields: tuple[Field, ...]
    words: tuple[str, ...]
    noise: bool = False
    fit: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The sorted names of what is judged: rows with the same names form one group, in whatever order they print
        them."""
        return tuple(sorted(field.name for field in self.fields if not field.noise))


def rows_of(lines: Sequence[str]) -> tuple[Row, ...]:
    """Take every line of a log apart, but for blank ones."""
    return _rows(lines, {})


def rows_of_both(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Give the rows of two logs; what both have is taken apart once."""
    known: dict[str, Taken] = {}
    return _rows(left, known), _rows(right, known)


def _rows(lines: Sequence[str], known: dict[str, Taken]) -> tuple[Row, ...]:
    noise = noise_among(lines)
    rows: list[Row] = []
    place = 0
    while place < len(lines):
        epoch = None if noise[place] else _epoch(lines, noise, place)
        if epoch is not None:
            rows.append(epoch.row)
            place = epoch.end
            continue
        end = place + 1 if noise[place] else _end(lines, _labelled(lines, place))
        text = "\n".join(line.rstrip() for line in lines[place:end] if line.strip())
        if text.strip():
            taken = known.get(text)
            if taken is None:
                taken = known[text] = take_line_apart(without_prefix(behind_bar(text)))
            rows.append(Row(place, text, () if noise[place] else taken.fields, taken.words, noise[place]))
        place = end
    return tuple(rows)


@dataclass(frozen=True)
class _Epoch:
    row: Row
    end: int


def _epoch(lines: Sequence[str], noise: Sequence[bool], place: int) -> _Epoch | None:
    """The row of an epoch of Keras' fit that is shown in these lines: its number, where that stands in a line of its
    own, and what its progress came to."""
    progress = progress_of(lines[place])
    if progress is not None:
        taken = take_line_apart(progress.metrics)
        fields = taken.fields if progress.ended else ()
        row = Row(place, lines[place].rstrip(), fields, taken.words, not progress.ended, fit=True)
        return _Epoch(row, place + 1)
    if not is_epoch(lines[place]):
        return None
    for end in range(place + 1, len(lines)):
        if noise[end] or not lines[end].strip():
            continue
        progress = progress_of(lines[end])
        if progress is None or not progress.metrics:
            return None
        if progress.ended:
            taken = take_line_apart(f"{lines[place]} {progress.metrics}")
            text = f"{lines[place].rstrip()}\n{lines[end].rstrip()}"
            return _Epoch(Row(place, text, taken.fields, taken.words, fit=True), end + 1)
    return None


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


def scales_of(row: Row) -> Mapping[str, float]:
    """Give the size of the largest finite number of each array of a row, by the array's name."""
    found: dict[str, float] = {}
    for field in row.fields:
        if "[" in field.name and field.is_number and math.isfinite(field.value):
            name = array_of(field)
            found[name] = max(found.get(name, 0.0), abs(field.value))
    return found


def array_of(field: Field) -> str:
    """Give the name of the array that a number stands in; its own where it stands in none."""
    return field.name.partition("[")[0]


def groups_of(rows: Sequence[Row]) -> dict[tuple[str, ...], list[Row]]:
    """Give the rows that have numbers by their names, the largest group first: so the few numbers of a banner do not
    decide what all others are called."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row.names:
            groups.setdefault(row.names, []).append(row)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def slacks_of(group: Sequence[Row]) -> Mapping[tuple[str, str], float]:
    """Give by name and text by how much each number of a group may differ from what was printed, as the texts of its
    name show it (``harness/logs/formats.py``)."""
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
        if not lines[end].strip():
            continue  # NumPy puts one between the planes of an array
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
