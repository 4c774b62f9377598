"""The matrix: cases and styles against releases, from results files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from harness.cases.run import Run
from harness.judging.drift import bit_classes
from harness.releases.release import Release, release_key
from harness.results.result import Result
from harness.results.store import TargetResults
from harness.words.verdict import Verdict


@dataclass(frozen=True)
class Cell:
    """One run in one release. ``text`` is what the cell says, ``why`` the line that explains it, ``good`` whether it
    may be there when all is well. ``bits`` is the letter of the trace's bit class in its row (empty: no trace)."""

    text: str
    why: str
    good: bool
    verdict: Verdict | None = None
    bits: str = ""

    @property
    def took_place(self) -> bool:
        """Whether there was a run."""
        return self.verdict is not None and self.verdict is not Verdict.UNSUPPORTED


@dataclass(frozen=True)
class Column:
    """One release: its name and what it is (``Python 3.7.16, NumPy 1.18.5``) or why there are no results of it, which
    is nobody's fault where this machine ``lacks_python``. ``unbuilt`` holds the installer's last lines where the
    environment could not be made."""

    name: str
    about: str
    has_results: bool = True
    lacks_python: bool = False
    unbuilt: str = ""


@dataclass(frozen=True)
class Row:
    """One case, variant and style."""

    subject: str
    style: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """The whole table. ``runs`` took place; the matrix is ``good`` if there was one and every cell is."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def runs(self) -> int:
        """How many runs took place."""
        return sum(cell.took_place for row in self.rows for cell in row.cells)

    @property
    def good(self) -> bool:
        """Whether nothing is red, and something ran."""
        return self.runs > 0 and all(cell.good for row in self.rows for cell in row.cells)

    def count(self, text: str) -> int:
        """How many cells say this."""
        return sum(cell.text == text for row in self.rows for cell in row.cells)


def build_matrix(
    runs: Sequence[Run],
    targets: Sequence[TargetResults],
    releases: Sequence[Release] = (),
    unbuilt: Mapping[str, str] = MappingProxyType({}),
    *,
    require_all: bool = False,
) -> Matrix:
    """Give the matrix of the planned runs over the targets that have results and the releases that should have.

    ``unbuilt`` holds, by release, what the installer said of an environment that could not be made. A result that was
    made with other case or golden files is ``stale``; a run without a result is ``not run``, which is no fault only
    where the machine lacks the Python for it, and not even there with ``require_all``: where results come from other
    machines, this one's Pythons say nothing.
    """
    by_name = {target.name: target for target in targets}
    wanted = {release.name: release for release in releases}
    names = sorted({*by_name, *wanted}, key=release_key)
    lacking = {} if require_all else {name: release.missing for name, release in wanted.items()}
    columns = tuple(_column(name, by_name.get(name), lacking.get(name), unbuilt.get(name, "")) for name in names)
    results = {(target.name, result.subject, result.style): result for target in targets for result in target.results}
    rows = []
    for run in runs:
        found = [results.get((column.name, run.subject, run.style.name)) for column in columns]
        digest = run.digest  # reads every file of the case
        cells = [_cell(digest, column, result) for column, result in zip(columns, found, strict=True)]
        rows.append(_row(run.subject, run.style.name, cells, found))
    return Matrix(columns, tuple(rows))


def _row(subject: str, style: str, cells: Sequence[Cell], results: Sequence[Result | None]) -> Row:
    letters = bit_classes(
        result.fingerprint if result is not None and cell.verdict is not None else ""
        for cell, result in zip(cells, results, strict=True)
    )
    return Row(subject, style, tuple(replace(cell, bits=bits) for cell, bits in zip(cells, letters, strict=True)))


def _column(name: str, target: TargetResults | None, missing: str | None, unbuilt: str) -> Column:
    if unbuilt:
        return Column(name, "not built", has_results=False, unbuilt=unbuilt)
    if target is not None:
        return Column(name, f"Python {target.facts['python']}, NumPy {target.facts['numpy']}")
    return Column(name, missing or "no results", has_results=False, lacks_python=missing is not None)


def _cell(digest: str, column: Column, result: Result | None) -> Cell:
    if column.unbuilt:
        return Cell("not built", f"the environment could not be made:\n{column.unbuilt}", good=False)
    if column.lacks_python:
        return Cell("no Python", f"this machine has {column.about}", good=True)
    if result is not None and result.digest != digest:
        return Cell("stale", "made with other case or golden files; run it again", good=False)
    return _told(result)


def _told(result: Result | None) -> Cell:
    if result is None:
        return Cell("not run", "there is no result of this run", good=False)
    return Cell(result.verdict.value, result.explanation(), result.verdict.passes, result.verdict)
