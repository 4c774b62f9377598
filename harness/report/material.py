"""What a report is made of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from harness.cases.case import Case
from harness.cases.notes import Note
from harness.cases.run import Run
from harness.results.matrix import Matrix
from harness.results.result import Result
from harness.results.store import TargetResults

_PLACE = re.compile(r"^\| `(?P<subject>[^`]+)` \| [^|]* \| (?P<lines>\d+(?:-\d+)?) \|", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Material:
    """The project's folder, the harness' documentation, the notes by key; the planned ``runs``, what came of them in
    each target, oldest release first, and the matrix of both. ``places`` are the lines of each log in its note, by case
    and variant; ``code`` are other scripts whose symbols the migration table has."""

    root: Path
    docs: Path
    notes: Mapping[str, Note]
    runs: tuple[Run, ...]
    targets: tuple[TargetResults, ...]
    matrix: Matrix
    places: Mapping[str, str] = field(default_factory=dict)
    code: tuple[Path, ...] = ()

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases that have runs."""
        return tuple(dict.fromkeys(run.case for run in self.runs))

    @cached_property
    def results(self) -> Mapping[tuple[str, str, str], Result]:
        """The results by target, case with variant, and style."""
        return {
            (target.name, result.subject, result.style): result for target in self.targets for result in target.results
        }


def places_in(provenance: Path) -> dict[str, str]:
    """Give the lines of each log in its note, ``25-64``, as the page on provenance has them; none without a page."""
    if not provenance.is_file():
        return {}
    return {match["subject"]: match["lines"] for match in _PLACE.finditer(provenance.read_text(encoding="utf-8"))}


def of_case(runs: Sequence[Run], case: Case) -> tuple[Run, ...]:
    """Give the runs of one case."""
    return tuple(run for run in runs if run.case is case)
