"""``harness drift CASE``: per release the bit class, the distance to the golden trace, and style against style."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.measure import Measurement
from rich.table import Table

from harness.cases.choice import choose_runs
from harness.cases.golden import parse_golden, read_golden
from harness.cases.run import Run
from harness.commands.common import console, suite_of
from harness.judging.drift import bit_classes, distance
from harness.releases.release import release_key
from harness.results.result import Result
from harness.results.store import TargetResults, read_folder, results_path
from harness.words.errors import UsageError

_ANY_WIDTH = 1000


def execute(options: argparse.Namespace) -> int:
    """Print a table for each variant of the case. Raises UsageError where there are no results of it."""
    suite = suite_of(options)
    folder = options.results if options.results is not None else suite.root / "results"
    targets = sorted(read_folder(folder), key=lambda target: release_key(target.name))
    runs = choose_runs(suite, options.case)
    out = console()
    shown = False
    for subject in dict.fromkeys(run.subject for run in runs):
        chosen = [run for run in runs if run.subject == subject]
        if any(_result(target, run) is not None for target in targets for run in chosen):
            whole = _table(subject, chosen, chosen, targets, folder)
            # In slices where lines would break: a table for each style.
            fits = Measurement.get(out, out.options.update(width=_ANY_WIDTH), whole).maximum <= out.width
            slices = [chosen] if fits else [[run] for run in chosen]
            for runs_shown in slices:
                out.print(_table(subject, chosen, runs_shown, targets, folder))
            shown = True
    if not shown:
        raise UsageError(f"has no results of {options.case}; tox or `harness run --results` makes them", folder)
    return 0


def _table(
    subject: str, runs: Sequence[Run], shown: Sequence[Run], targets: Sequence[TargetResults], folder: Path
) -> Table:
    """The columns of some of the styles; each but the first of all is held against that, too."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=subject, title_justify="left")
    for head in ("release", "Python", "NumPy") if len(shown) == len(runs) else ("release",):
        table.add_column(head, no_wrap=True)
    others = [run for run in shown if run is not runs[0]]
    for run in shown:
        table.add_column(f"{run.style.name}\nbits, to its golden trace", no_wrap=True)
    for run in others:
        table.add_column(f"{run.style.name}\nto {runs[0].style.name}", no_wrap=True)
    letters = {run: bit_classes(_fingerprint(run, _result(target, run)) for target in targets) for run in shown}
    for place, target in enumerate(targets):
        path = results_path(folder, target.name)
        first = _result(target, runs[0])
        cells = [_to_golden(run, _result(target, run), letters[run][place], path) for run in shown]
        cells += [_to_style(runs[0], first, run, _result(target, run), path) for run in others]
        facts = (str(target.facts[key]) for key in ("python", "numpy")) if len(shown) == len(runs) else ()
        table.add_row(target.name, *facts, *cells)
    return table


def _fingerprint(run: Run, result: Result | None) -> str:
    return "" if result is None or _is_stale(run, result) else result.fingerprint


def _is_stale(run: Run, result: Result) -> bool:
    """Whether a result was made with other case or golden files than those that are here."""
    return result.digest != run.digest


def _result(target: TargetResults, run: Run) -> Result | None:
    found = (result for result in target.results if (result.subject, result.style) == (run.subject, run.style.name))
    return next(found, None)


def _to_golden(run: Run, result: Result | None, letter: str, path: Path) -> str:
    if result is None:
        return "not run"
    if _is_stale(run, result):
        return "stale"
    if not result.trace_text:
        return result.verdict.value
    golden = run.variant.golden_path(run.style.name)
    if not golden.exists():
        return f"{letter}, no golden trace"
    return f"{letter}, {distance(parse_golden(result.trace_text, path), read_golden(golden))}"


def _to_style(first: Run, left: Result | None, run: Run, right: Result | None, path: Path) -> str:
    if left is None or right is None or _is_stale(first, left) or _is_stale(run, right):
        return ""
    if not left.trace_text or not right.trace_text:
        return ""
    ours, theirs = parse_golden(right.trace_text, path), parse_golden(left.trace_text, path)
    return str(distance(ours, theirs, shared_fields=True))
