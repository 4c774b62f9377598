"""Aligning the rows of two logs: which rows of one are which rows of the other."""

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from harness.logs.gaps import has_fraction, pairs_in_gaps
from harness.logs.in_turn import pair_in_turn
from harness.logs.names import BATCH_NAMES, STEP_NAMES, is_loss_name
from harness.logs.rows import Row
from harness.words.finding import Place

Names: TypeAlias = tuple[str, ...]
Pairs: TypeAlias = list[tuple[int, int]]

# Two rows may be the same by accident.
_FEWEST_RENUMBERED = 3


@dataclass(frozen=True)
class RowAlignment:
    """``pairs`` are places of rows that belong together; ``missing`` those of left rows that should have a partner,
    ``left_over`` those of right ones. ``extra_left`` and ``extra_right`` are rows that nobody misses."""

    pairs: tuple[tuple[int, int], ...]
    missing: tuple[int, ...]
    left_over: tuple[int, ...]
    extra_left: tuple[int, ...]
    extra_right: tuple[int, ...]


def align_rows(left: Sequence[Row], right: Sequence[Row], stopped: Collection[Place] = ()) -> RowAlignment:
    """Pair the rows of two logs.

    Rows with numbers are paired within groups of the same names, by the step that they print, with the batch where only
    both tell all rows apart, or else, also where one side counts its steps from another number, one after the other;
    rows without by their words. What stands around a row plays no part, so no banner can derail this. A row with
    numbers should have a partner if a row with a number of the same name has one, or if no number has; so should any
    left row with a fraction, and left rows that are several of a kind, for a port that no longer prints them is not the
    same. A row without numbers should only if there are none at all. ``...`` stands for any rows, and so does the end
    of a side that was ``stopped`` before it was through.
    """
    pairs = _number_pairs(left, right, stopped) + _paired_by(_word_key, left, right)
    pairs.sort()
    back = sorted((j, i) for i, j in pairs)
    numbers = any(row.names for row in (*left, *right))
    alike = {names for i, j in pairs for names in (left[i].names, right[j].names) if names}
    names_alike = {name for names in alike for name in _telling(names)}

    def wanted(row: Row) -> bool:
        if row.noise or is_elision(row) or _is_evaluation(row):
            return False
        if not row.names:
            return not numbers
        return not alike or row.names in alike or not names_alike.isdisjoint(row.names)

    kinds = Counter(row.names for row in left)

    def expected(row: Row) -> bool:
        of_script = bool(row.names) and not (row.noise or _is_evaluation(row))
        return wanted(row) or (of_script and (has_fraction(row) or kinds[row.names] > 1))

    missing, extra_left = _alone(left, pairs, right, expected)
    left_over, extra_right = _alone(right, back, left, wanted)
    if Place.RIGHT in stopped:
        missing = _reached(missing, pairs)
    if Place.LEFT in stopped:
        left_over = _reached(left_over, back)
    return RowAlignment(tuple(pairs), missing, left_over, extra_left, extra_right)


def _reached(alone: Sequence[int], pairs: Pairs) -> tuple[int, ...]:
    """The rows without a partner that stand before the last one with a partner."""
    last = max((place for place, _ in pairs), default=-1)
    return tuple(place for place in alone if place < last)


def _number_pairs(left: Sequence[Row], right: Sequence[Row], stopped: Collection[Place]) -> Pairs:
    kinds_left, kinds_right = _places(left), _places(right)
    pairs: Pairs = []
    for names_right, names_left in _same_groups(kinds_left, kinds_right):
        places_left, places_right = kinds_left[names_left], kinds_right[names_right]
        rows_left, rows_right = [left[i] for i in places_left], [right[j] for j in places_right]
        steps = set(map(_steps, rows_left)) & set(map(_steps, rows_right))
        if steps and () not in steps and not _renumbered(rows_left, rows_right):
            found = _paired_by(_step_key(rows_left, rows_right), rows_left, rows_right)
        else:
            from_start = _shorter(places_left, places_right) in stopped
            found = pair_in_turn(rows_left, rows_right, from_start=from_start)
        pairs += [(places_left[i], places_right[j]) for i, j in found]
    return pairs + pairs_in_gaps(left, right, pairs)


def _shorter(left: Sequence[int], right: Sequence[int]) -> Place | None:
    if len(left) == len(right):
        return None
    return Place.LEFT if len(left) < len(right) else Place.RIGHT


def _renumbered(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether rows are the same one after the other and only count their steps from another number, as from 0 and from
    1: so more than half of them are, and more than of those with the same step."""
    if len(left) != len(right) or len(left) < _FEWEST_RENUMBERED:
        return False
    there, here = {_steps(row): _unstepped(row) for row in left}, {_steps(row): _unstepped(row) for row in right}
    if len(there) < len(left) or there.keys() == here.keys():
        return False
    in_turn = sum(_unstepped(row) == _unstepped(other) != [] for row, other in zip(left, right, strict=True))
    by_step = sum(there[step] == here.get(step) for step in there)
    return in_turn > max(len(left) / 2, by_step)


def _places(rows: Sequence[Row]) -> dict[Names, list[int]]:
    """Places of the rows that have numbers, by their names."""
    places: dict[Names, list[int]] = {}
    for place, row in enumerate(rows):
        if row.names:
            places.setdefault(row.names, []).append(place)
    return places


def _same_groups(theirs: dict[Names, list[int]], ours: dict[Names, list[int]]) -> list[tuple[Names, Names]]:
    """Give the right side's groups with those of the left side: of the same names, else with the most names in common,
    else with as many numbers, where that can be no accident, or with one array of the same shape."""
    same = {names: names for names in ours if names in theirs}
    free = [names for names in theirs if names not in same]
    rest = sorted((names for names in ours if names not in same), key=lambda names: -len(ours[names]))
    exact = bool(same)
    for names in rest:
        best = max(free, key=lambda other: (len(_telling(names) & _telling(other)), len(theirs[other])), default=None)
        if best is None:
            break
        if not _telling(names) & _telling(best):
            several = len(ours[names]) > 1 or not exact
            alike = [o for o in free if len(o) == len(names) and several and (len(theirs[o]) > 1 or not exact)]
            best = max(alike, key=lambda other: len(theirs[other]), default=None)
            if best is None:
                best = next((other for other in free if _shape(other) == _shape(names) != ()), None)
            if best is None:
                continue
        same[names] = best
        free.remove(best)
    return list(same.items())


def _shape(names: Names) -> tuple[str, ...]:
    """The places of an array's numbers in it; none where there is another number, or a second array."""
    one = len({name.partition("[")[0] for name in names}) == 1
    return tuple(name.partition("[")[2] for name in names) if one and all("[" in name for name in names) else ()


def _telling(names: Names) -> set[str]:
    """The names that say what a row is about, the one loss among them as that: a step or a place in a line says too
    little."""
    telling = {name for name in names if not name.startswith("column ") and name not in STEP_NAMES}
    losses = {name for name in telling if is_loss_name(name)}
    return (telling - losses) | {"loss"} if len(losses) == 1 else telling


def _paired_by(key: Callable[[Row], tuple[object, ...]], left: Sequence[Row], right: Sequence[Row]) -> Pairs:
    """Pair the first row of each key with the first one of that key, the second with the second, and so on."""
    waiting: dict[tuple[object, ...], list[int]] = {}
    for j in range(len(right) - 1, -1, -1):
        if key(right[j]):
            waiting.setdefault(key(right[j]), []).append(j)
    return [(i, waiting[key(row)].pop()) for i, row in enumerate(left) if waiting.get(key(row))]


def _alone(
    rows: Sequence[Row], pairs: Sequence[tuple[int, int]], others: Sequence[Row], wanted: Callable[[Row], bool]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows without a partner: those that should have one, unless the other side left rows out there, and others."""
    paired = [mine for mine, _ in pairs]
    elisions = [place for place, row in enumerate(others) if is_elision(row)]

    def elided(place: int) -> bool:
        at = bisect(paired, place)
        before = pairs[at - 1][1] if at > 0 else -1
        after = pairs[at][1] if at < len(pairs) else len(others)
        return any(before < elision < after for elision in elisions)

    alone = sorted(set(range(len(rows))) - set(paired))
    apart = tuple(place for place in alone if wanted(rows[place]) and not elided(place))
    extra = tuple(place for place in alone if not wanted(rows[place]) and not is_elision(rows[place]))
    return apart, extra


def _steps(row: Row) -> tuple[object, ...]:
    return tuple(sorted((field.name, field.value) for field in row.fields if field.is_step))


def _step_key(left: Sequence[Row], right: Sequence[Row]) -> Callable[[Row], tuple[object, ...]]:
    """What tells rows apart: their steps, or where these do not, and no row of the side with fewer rows would be left
    alone, steps and batches."""
    by_step = [len(set(map(_steps, rows))) == len(rows) for rows in (left, right)]
    there, here = set(map(_batches, left)), set(map(_batches, right))
    apart = len(there) == len(left) and len(here) == len(right)
    return _batches if not all(by_step) and apart and (there <= here or here <= there) else _steps


def _batches(row: Row) -> tuple[object, ...]:
    counts = [field for field in row.fields if field.is_step or (field.name in BATCH_NAMES and field.text.isdigit())]
    return tuple(sorted((field.name, field.value) for field in counts))


def _unstepped(row: Row) -> list[tuple[str, float]]:
    return sorted((field.name, field.value) for field in row.fields if not field.noise and not field.is_step)


def _word_key(row: Row) -> tuple[object, ...]:
    if row.names or is_elision(row):
        return ()
    return row.words or (row.text.strip(),)


def _is_evaluation(row: Row) -> bool:
    """Whether a row is what Keras' evaluate shows besides what it gives: not every release shows it."""
    return row.fit and not any(field.is_step for field in row.fields)


def is_elision(row: Row) -> bool:
    """Whether a row stands for rows that its log leaves out."""
    return row.text.strip() in ("...", "…")
