"""Files that both sides wrote: held against each other as arrays or, of texts, as logs."""

import filecmp
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harness.judging.arrays import ArrayComparison, ArraysComparison, compare_arrays
from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.logs.output import lines_of_output
from harness.sides.arrays.files import is_array_file, read_arrays
from harness.sides.arrays.hdf5 import layers_of
from harness.targets.scene import SideEffects
from harness.words.errors import UsageError
from harness.words.verdict import Comparison, worst

TEXTS = (".csv", ".tsv", ".txt", ".log", ".json", ".jsonl")
# TensorFlow's own, which hold times, or arrays that are read by the file beside them.
_NO_RESULT = re.compile(r".*(?:\.tfevents\..*|/?checkpoint|\.meta|\.data-\d+-of-\d+|\.pbtxt|\.pb|\.pyc)$")
# Weights of Keras.
_WEIGHTS = re.compile(r"(\.weights)?\.(h5|hdf5|keras)$")
_MOST_NAMED = 3


@dataclass(frozen=True)
class FileComparison:
    """What came of holding two files against each other: ``arrays`` or, of texts, ``lines``; ``problem`` says why
    nothing did. ``paths`` are those of both, where they were written, ``left_name`` what the left side calls it, and
    ``note`` what else is to be said of them."""

    name: str
    arrays: ArraysComparison | None = None
    lines: Comparison | None = None
    problem: str = ""
    paths: tuple[Path, Path] | None = None
    left_name: str = ""
    note: str = ""

    @property
    def passes(self) -> bool:
        """Whether the right file is the left one as far as that is known."""
        if self.arrays is not None:
            return self.arrays.passes
        return self.lines is None or self.lines.verdict.passes


def compare_written(
    folders: tuple[Path, Path],
    effects: tuple[SideEffects | None, SideEffects | None],
    pythons: tuple[Path | None, Path | None],
    tolerance: Tolerance,
) -> tuple[FileComparison, ...]:
    """Hold the files of one name against each other that both sides wrote, and that have numbers in them; weights of
    Keras also where they have another ending, for its third one refuses those of the first two."""
    if effects[0] is None or effects[1] is None:
        return ()
    left, right = ([each.path for each in side.written] for side in effects if side)
    found = []
    for mine, other in _paired(left, right):
        ours, theirs = folders[0] / mine, folders[1] / other
        name = mine if mine == other else f"{mine} (right: {other})"
        if not (ours.is_file() and theirs.is_file()):
            continue
        if ours.suffix in TEXTS:
            held = _guarded(name, lambda: _compare_texts(name, ours, theirs, tolerance))  # noqa: B023
            found.append(replace(held, paths=(ours, theirs), left_name=mine))
        elif is_array_file(ours) and is_array_file(theirs):
            held = _guarded(name, lambda: compare_files(name, (ours, theirs), pythons, tolerance))  # noqa: B023
            found.append(replace(held, paths=(ours, theirs), left_name=mine))
        elif not _NO_RESULT.fullmatch(name) and not filecmp.cmp(ours, theirs, shallow=False):
            found.append(FileComparison(name, problem="not compared, and their bytes differ"))
    return tuple(found)


def _paired(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    """The files of one name; of what is left, weights that are called alike but for their ending."""
    pairs = [(name, name) for name in left if name in right]
    rest = [[name for name in side if (name, name) not in pairs and _WEIGHTS.search(name)] for side in (left, right)]
    ours, theirs = ({_WEIGHTS.sub("", name): name for name in side} for side in rest)
    return pairs + [(name, theirs[stem]) for stem, name in ours.items() if stem in theirs]


def compare_files(
    name: str, paths: tuple[Path, Path], pythons: tuple[Path | None, Path | None], tolerance: Tolerance
) -> FileComparison:
    """Hold the arrays of two files against each other. Raises UsageError for a file that cannot be read."""
    left, right = (read_arrays(path, python) for path, python in zip(paths, pythons, strict=True))
    layers = layers_of(left), layers_of(right)
    return FileComparison(name.removesuffix(".index"), compare_arrays(left, right, tolerance, layers))


def files_text(files: tuple[FileComparison, ...]) -> Iterator[str]:
    """Give the lines that say what came of it."""
    for file in files:
        if file.problem:
            yield f"{file.name}, written by both: {file.problem}"
        elif file.lines is not None:
            counts = f"{file.lines.agreeing} of {file.lines.expected} lines agree"
            first = "" if file.lines.verdict.passes or file.lines.first is None else f"; {file.lines.first}"
            yield f"{file.name}: {file.lines.verdict}, {counts}{first}"
        elif file.arrays is not None:
            yield from _arrays_text(file.name, file.arrays)
        if file.note:
            yield f"    {file.note}"


def files_document(files: tuple[FileComparison, ...]) -> list[Mapping[str, object]]:
    """Give the same for ``--json``."""
    return [{"name": file.name, "passes": file.passes, "says": list(files_text((file,)))} for file in files]


def _arrays_text(name: str, arrays: ArraysComparison) -> Iterator[str]:
    verdict = worst(*(pair.verdict for pair in arrays.pairs))
    passing = sum(pair.verdict.passes for pair in arrays.pairs)
    count = len(arrays.pairs) + len(arrays.only_left)
    yield f"{name}: {verdict if arrays.pairs else 'nothing to compare'}, {passing} of {count} arrays agree"
    failing = [pair for pair in arrays.pairs if not pair.verdict.passes]
    yield from (f"    {_pair_text(pair)}" for pair in failing[:_MOST_NAMED])
    if len(failing) > _MOST_NAMED:
        yield f"    and {len(failing) - _MOST_NAMED} more"
    for side, names in (("left", arrays.only_left), ("right", arrays.only_right)):
        if names:
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            yield f"    only on the {side}: {', '.join(names[:_MOST_NAMED])}{more}"


def _pair_text(pair: ArrayComparison) -> str:
    name = pair.name if pair.name == pair.other_name else f"{pair.name} (right: {pair.other_name})"
    if pair.problem:
        return f"{name} {pair.problem}"
    place = f"[{','.join(map(str, pair.place))}]" if pair.place else ""
    apart = "" if pair.ulps is None else f", {pair.ulps:.0f} ULP"
    return (
        f"{name}: {pair.differing} of {pair.count} elements differ, most of all {place} expected {pair.expected}, "
        f"measured {pair.measured}{apart} ({pair.verdict})"
    )


def _compare_texts(name: str, left: Path, right: Path, tolerance: Tolerance) -> FileComparison:
    lines = [lines_of_file(path) for path in (left, right)]
    return FileComparison(name, lines=compare_lines(lines[0], lines[1], Tolerances(tolerance, {})).comparison)


def lines_of_file(path: Path) -> tuple[str, ...]:
    """Give the lines of a text that a run wrote, as those of what it prints."""
    return tuple(lines_of_output(path.read_text(encoding="utf-8", errors="replace")))


def _guarded(name: str, compare: Callable[[], FileComparison]) -> FileComparison:
    try:
        return compare()
    except UsageError as error:
        return FileComparison(name, problem=error.message)
