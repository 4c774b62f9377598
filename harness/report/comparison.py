"""The page of one comparison: a single file that holds all of it, to be attached to a pull request."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from harness import __version__
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.logs.matching import RowMatch, Standing
from harness.report.printed import Piece, apart
from harness.report.templating import asset, standalone_page
from harness.results.finding_text import diagnosis_text
from harness.sides.look import Looked
from harness.sides.observing.paths import VariablePath
from harness.sides.run import Sides
from harness.watching.watched import Watched
from harness.words.finding import Diagnosis
from harness.words.stage import Stage

# Lines that are the same on both sides, before and behind one that is not.
_CONTEXT = 3
# What is apart by nothing at all has no place on a log scale.
_MOST_ROWS = 2000
_MOST_PLOTS = 12
_LIBRARY = "uPlot.iife.min.js"


@dataclass(frozen=True)
class Row:
    """A line of both sides, numbers of their lines from 1; or, with ``same``, so many lines that are the same; or, with
    ``more``, so many that there was no room for, same or not."""

    left_number: int | None
    left: str
    right_number: int | None
    right: tuple[Piece, ...]
    standing: str
    same: int = 0
    more: int = 0


@dataclass(frozen=True)
class StripStage:
    """A stage as the strip shows it: ``agrees``, ``parts``, ``apart`` (after the first that parts), ``follows`` (after
    it, and no further apart than what came before makes of it) or ``not seen``."""

    name: str
    state: str
    says: str


@dataclass(frozen=True)
class Compared:
    """All that came of a comparison, as the command has it; ``text`` are the lines that it prints."""

    sides: Sides
    held: SideComparison
    diagnosis: Diagnosis
    looked: Looked
    paths: tuple[VariablePath, ...]
    text: tuple[str, ...]


def comparison_page(compared: Compared, tolerances: Tolerances) -> str:
    """Give the page as one text of HTML, which asks for nothing else."""
    numbers = plots_of(compared.paths)
    scripts = {}
    if numbers:
        text = json.dumps(numbers, allow_nan=False).replace("<", "\\u003c")
        scripts = {
            "library": Markup(asset(_LIBRARY)),  # noqa: S704  (our own files, and numbers as JSON)
            "library_style": Markup(asset("uPlot.min.css")),  # noqa: S704
            "plots": Markup(asset("plots.js")),  # noqa: S704
            "numbers": Markup(f"harnessPlots({text});"),  # noqa: S704
        }
    watched = compared.looked.watched
    return standalone_page(
        "comparison.html",
        {
            "version": __version__,
            "here": "",
            "left": _about(compared.sides.left),
            "right": _about(compared.sides.right),
            "comparison": compared.held.comparison,
            "otherwise": compared.looked.otherwise,
            "strip": strip_of(watched) if watched is not None else (),
            "steps": _steps(watched) if watched is not None else "",
            "rows": rows_of(compared, tolerances),
            "names": [path.left for path in compared.paths[:_MOST_PLOTS]],
            "left_out": max(0, len(compared.paths) - _MOST_PLOTS),
            "findings": compared.diagnosis.findings,
            "no_cause": [] if compared.held.passes or compared.looked.otherwise else diagnosis_text(compared.diagnosis),
            "text": "\n".join(compared.text),
            "has_plots": bool(numbers),
            **scripts,
        },
    )


def strip_of(watched: Watched) -> tuple[StripStage, ...]:
    """Give the stages in their order, as they stand in the first step that is apart; all that agree where none is."""
    if watched.parting is None:
        if not watched.held:
            return tuple(StripStage(stage, "not seen", "not seen") for stage in Stage)
        return tuple(StripStage(stage, "agrees", f"agrees in {watched.agreeing} steps") for stage in Stage)
    seen = {each.stage: each for each in watched.parting.stages}
    first = watched.stage
    parted = False
    found = []
    for stage in Stage:
        held = seen.get(stage)
        if held is None:
            found.append(StripStage(stage, "not seen", "not seen"))
        elif not held.gaps and not held.alike and parted:
            found.append(StripStage(stage, "follows", "apart, as the stages before it"))
        elif not held.gaps:
            found.append(StripStage(stage, "agrees", "agrees"))
        else:
            gap = held.gaps[0]
            says = f"{gap.name}: {gap.left} against {gap.right}"
            found.append(StripStage(stage, "parts" if stage is first else "apart", says))
        parted = parted or stage is first
    return tuple(found)


def _steps(watched: Watched) -> str:
    if watched.parting is None:
        return f"{watched.agreeing} steps that both sides told of agree in every stage." if watched.held else ""
    before = {0: "No step agrees before it.", 1: "One step agrees before it."}.get(
        watched.agreeing, f"{watched.agreeing} steps agree before it."
    )
    return f"Step {watched.parting.number} is the first that is apart. {before}"


def rows_of(compared: Compared, tolerances: Tolerances) -> list[Row]:
    """Give the lines of both logs side by side, runs of the same lines folded."""
    sides, held = compared.sides, compared.held.lines
    lines = held if held is not None else compare_lines(sides.left.lines, sides.right.lines, tolerances)
    matches = lines.matching.rows
    told = [place for place, match in enumerate(matches) if not _is_same(match)]
    shown = {each for place in told for each in range(place - _CONTEXT, place + _CONTEXT + 1)}
    shown |= set(range(min(_CONTEXT, len(matches)))) | set(range(len(matches) - _CONTEXT, len(matches)))
    rows: list[Row] = []
    folded = 0
    for place, match in enumerate(matches):
        if len(rows) >= _MOST_ROWS:
            return [*rows, _left_out(matches[place - folded :])]
        if place not in shown:
            folded += 1
            continue
        if folded:
            rows.append(Row(None, "", None, (), "same", folded))
            folded = 0
        rows.append(_row(match))
    return [*rows, Row(None, "", None, (), "same", folded)] if folded else rows


def _left_out(rest: Sequence[RowMatch]) -> Row:
    """What stands for lines that there was no room for."""
    if all(_is_same(match) for match in rest):
        return Row(None, "", None, (), "same", same=len(rest))
    return Row(None, "", None, (), "more", more=len(rest))


def _is_same(match: RowMatch) -> bool:
    return match.left is not None and match.right is not None and match.left.text == match.right.text


def _row(match: RowMatch) -> Row:
    left, right = match.left, match.right
    pieces: tuple[Piece, ...] = ()
    if right is not None:
        same = left is None or left.text == right.text
        pieces = (Piece(right.text),) if same or left is None else apart(left.text, right.text)
    standing = {Standing.MISSING: "missing", Standing.LEFT_OVER: "left over"}.get(match.standing, "")
    if left is not None and right is not None and left.text != right.text:
        standing = "differs"
    return Row(
        left.line + 1 if left is not None else None,
        left.text if left is not None else "",
        right.line + 1 if right is not None else None,
        pieces,
        standing,
    )


def plots_of(paths: Sequence[VariablePath]) -> list[dict[str, Any]]:
    """Give what is plotted of each variable: its distance on both sides, and how far one ULP moves it, as parts of the
    largest element; what is no distance at all has no point on a log scale."""
    return [
        {
            "x": list(path.steps),
            "curves": [
                _curve("right against left", path.apart),
                *([_curve("left moved by one ULP", path.spread)] if any(each for each in path.spread) else []),
            ],
        }
        for path in paths[:_MOST_PLOTS]
    ]


def _curve(name: str, values: Sequence[float | None]) -> dict[str, Any]:
    finite = [each if each is not None and each < float("inf") else None for each in values]
    return {
        "style": name,
        "y": [each if each else None for each in finite],
        "text": ["not measured" if each is None else f"{each:.3g} of the largest element" for each in values],
    }


def _about(side: Side) -> dict[str, str]:
    versions = f"TensorFlow {side.tensorflow}, Python {side.python}, NumPy {side.numpy}" if side.tensorflow else "a log"
    failed = side.failure.reason if side.failure is not None else ""
    return {"name": side.name, "versions": versions, "failed": failed}
