"""Where a line of what was run stands in what the user has: a line of a script, a cell of a notebook."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.scripts.notebook import Notebook, read_notebook
from harness.sides.around.texts import placed
from harness.targets.outcome import Outcome
from harness.words.observation import Observation, ObservedLayer

_read = cache(read_notebook)


def where(side: Side) -> Callable[[int], str]:
    """Give what says where a line of a side is: ``line 3``, of a notebook ``cell 2, line 1``."""
    notebook = _notebook(side)

    def said(line: int) -> str:
        if notebook is None:
            return f"line {line}"
        cell, inside = notebook.place_of(line)
        return f"cell {cell}, line {inside}"

    return said


def with_places(seen: Observation, side: Side) -> Observation:
    """Give what was seen of a side with the cells of its notebook beside the lines of ops."""
    if _notebook(side) is None:
        return seen
    said = where(side)

    def in_cell(layer: ObservedLayer) -> ObservedLayer:
        return layer if layer.line is None else replace(layer, where=said(layer.line))

    steps = (replace(step, layers=tuple(map(in_cell, step.layers))) for step in seen.steps)
    return replace(seen, steps=tuple(steps))


def in_cells(outcome: Outcome, side: Side) -> Outcome:
    """Give what came of a run of a side with the cells of its notebook where a failure names lines."""
    notebook = _notebook(side)
    if notebook is None or outcome.failure is None or side.origin is None:
        return outcome
    return replace(outcome, failure=placed(outcome.failure, side.origin.request.script.name, notebook))


def _notebook(side: Side) -> Notebook | None:
    script: Path | None = side.origin.request.script if side.origin is not None else None
    return _read(script) if script is not None and script.suffix == ".ipynb" else None
