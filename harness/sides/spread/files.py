"""Files that both sides wrote, held against what rounding alone makes of them in the left side's script."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.judging.array_spread import is_amplified, spread_of_array
from harness.judging.arrays import Array, ArrayComparison, ArraysComparison
from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.spread import spread_of_lines
from harness.judging.table_spread import amplified_in_table
from harness.judging.traces import Tolerances
from harness.logs.matching import match_lines
from harness.sides.arrays.files import read_arrays
from harness.sides.arrays.written import FileComparison, lines_of_file
from harness.sides.run import Sides
from harness.sides.spread.measure import perturbed
from harness.words.errors import UsageError
from harness.words.verdict import Verdict

_HINT = "--samples 8 measures whether rounding alone makes that of it"


@dataclass(frozen=True)
class _Samples:
    """The folders that the left side's script left its files in: ``still`` with nothing moved, ``moved`` by one ULP."""

    still: Path
    moved: Sequence[Path]


def with_file_spread(
    sides: Sides, files: tuple[FileComparison, ...], tolerance: Tolerance, samples: int | None
) -> tuple[FileComparison, ...]:
    """Give the comparisons of files anew, ``amplified`` what lies within the spread that rounding makes of it: the left
    side runs again, ``samples`` times moved by at most one ULP, and keeps what it writes. Without samples (None) those
    that fail say how to have them. What one sample does not write, or one that is not moved writes otherwise, has no
    spread, which is said."""
    if all(file.passes for file in files) or sides.left.origin is None:
        return files
    if samples is None:
        return tuple(file if file.passes else replace(file, note=_HINT) for file in files)
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        taken = _run(sides.left, sides, samples, Path(folder))
        return tuple(file if file.passes else _held_again(file, taken, sides, tolerance) for file in files)


def _run(side: Side, sides: Sides, samples: int, folder: Path) -> _Samples:
    assert side.origin is not None
    worker, request = sides.workers[side.origin.python.absolute()], side.origin.request
    places = [folder / str(number) for number in range(samples + 1)]
    for future in [worker.submit(perturbed(request, number, keep=place)) for number, place in enumerate(places)]:
        future.result()
    return _Samples(places[0], places[1:])


def _held_again(file: FileComparison, taken: _Samples, sides: Sides, tolerance: Tolerance) -> FileComparison:
    if file.paths is None:
        return file
    name, count = file.left_name, len(taken.moved)
    if not all((place / name).is_file() for place in (taken.still, *taken.moved)):
        return replace(file, note="no spread of rounding: not every run of the left side writes it")
    try:
        found = _lines_again(file, taken, tolerance) if file.lines is not None else _arrays_again(file, taken, sides)
    except UsageError as error:
        return replace(file, note=f"no spread of rounding: {error.message}")
    if found is None:
        return replace(file, note="no spread of rounding: the left side does not write the same twice")
    words = f"what one ULP at the start does to it ({count} sample{'s' if count != 1 else ''})"
    return replace(found, note=f"within {words}" if found.passes else f"beyond {words}")


def _lines_again(file: FileComparison, taken: _Samples, tolerance: Tolerance) -> FileComparison | None:
    assert file.paths is not None
    left, right = (lines_of_file(path) for path in file.paths)
    tolerances = Tolerances(tolerance, {})
    if not compare_lines(left, lines_of_file(taken.still / file.left_name), tolerances).comparison.verdict.passes:
        return None
    spread = spread_of_lines(left, [lines_of_file(place / file.left_name) for place in taken.moved])
    amplified = amplified_in_table(match_lines(left, right), tolerances, spread)
    return replace(file, lines=compare_lines(left, right, tolerances, amplified=amplified).comparison)


def _arrays_again(file: FileComparison, taken: _Samples, sides: Sides) -> FileComparison | None:
    assert file.paths is not None and file.arrays is not None
    pythons = [side.origin.python if side.origin is not None else None for side in (sides.left, sides.right)]
    left, right = (read_arrays(path, python) for path, python in zip(file.paths, pythons, strict=True))
    still = read_arrays(taken.still / file.left_name, pythons[0])
    if any(name not in still or not _same(left[name], still[name]) for name in left):
        return None
    wanted = [pair for pair in file.arrays.pairs if not pair.verdict.passes]
    moved = [read_arrays(place / file.left_name, pythons[0]) for place in taken.moved]
    excused = set(_excused(wanted, left, right, moved))
    pairs = [replace(pair, verdict=Verdict.AMPLIFIED) if pair.name in excused else pair for pair in file.arrays.pairs]
    return replace(file, arrays=ArraysComparison(tuple(pairs), file.arrays.only_left, file.arrays.only_right))


def _excused(
    pairs: Sequence[ArrayComparison],
    left: Mapping[str, Array],
    right: Mapping[str, Array],
    moved: Sequence[Mapping[str, Array]],
) -> Iterator[str]:
    for pair in pairs:
        base, samples = left[pair.name], [each[pair.name] for each in moved if pair.name in each]
        spread = spread_of_array(base, samples) if len(samples) == len(moved) else None
        if spread is not None and is_amplified(base, right[pair.other_name], spread):
            yield pair.name


def _same(one: Array, other: Array) -> bool:
    return one.shape == other.shape and one.dtype == other.dtype and one.tobytes() == other.tobytes()
