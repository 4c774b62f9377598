"""``harness run``: do the runs here and now, in this interpreter's TensorFlow or in others."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from rich.status import Status

from harness.case import STYLES
from harness.commands.common import console, suite_of
from harness.errors import UsageError
from harness.failure_text import describe
from harness.matrix import build_matrix
from harness.matrix_text import as_table
from harness.result import Result, Run, plan
from harness.results import SCHEMA, TargetResults, as_document, results_path, write_beside, write_results
from harness.runner import OnResult, run_targets
from harness.target import MEBIBYTE, Limits, Setup, Target


def add(verbs: Any) -> None:
    """Declare the verb."""
    verb = verbs.add_parser("run", help="run cases and hold them against their golden logs")
    verb.add_argument("cases", nargs="*", metavar="CASE", help="cases to run (default: all)")
    verb.add_argument("--style", action="append", choices=STYLES, default=[], help="only this style; may be repeated")
    verb.add_argument(
        "--python",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help="an interpreter or environment with TensorFlow; may be repeated (default: the one that runs the harness)",
    )
    verb.add_argument("--slow", action="store_true", help="run slow cases, too")
    verb.add_argument(
        "--results", type=Path, metavar="DIR", help="write <target>.json for each target into this folder"
    )
    verb.add_argument("--json", type=Path, metavar="FILE", help="write all results into one file")
    add_limits(verb)
    verb.set_defaults(execute=execute)


def add_limits(verb: argparse.ArgumentParser) -> None:
    """Declare the options that say how runs are done."""
    jobs = os.cpu_count() or 1
    verb.add_argument("--jobs", type=_positive, default=jobs, metavar="N", help=f"runs side by side (default: {jobs})")
    verb.add_argument("--timeout", type=float, metavar="SECONDS", help="limit of each run (default: its case's, 60 s)")
    verb.add_argument("--memory", type=_positive, metavar="MIB", default=4096, help="limit of each run (default: 4096)")
    verb.add_argument(
        "--isolation",
        choices=("fork", "spawn"),
        default=Setup().isolation,
        help="fork runs from one import of TensorFlow, or start a process for each (default: %(default)s)",
    )


def execute(options: argparse.Namespace) -> int:
    """Do the runs, print the table and what is wrong; 0 only if every run's verdict passes and there was one."""
    suite = suite_of(options)
    # A case that is named is wanted, slow or not.
    runs = plan(suite.select(options.cases), options.style, slow=options.slow or bool(options.cases))
    pythons = options.python or [Path(sys.executable)]
    for folder in filter(None, (options.results, options.json.parent if options.json else None)):
        _check_writable(folder)
    setup = Setup(jobs=options.jobs, isolation=options.isolation)
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    with console().status(f"importing TensorFlow, then {len(runs) * len(pythons)} runs") as status:
        targets = run_targets(pythons, runs, setup, limits, _progress(status, len(runs) * len(pythons)))
    if options.results is not None:
        for target in targets:
            write_results(results_path(options.results, target.name), target)
    if options.json is not None:
        document = {"schema": SCHEMA, "targets": [as_document(target) for target in targets]}
        write_beside(options.json, json.dumps(document, indent=1, ensure_ascii=False) + "\n")
    return _report(runs, targets)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("should be 1 or more")
    return number


def _check_writable(folder: Path) -> None:
    """Find out before minutes of runs, not after them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder cannot be written: {error.strerror}", folder) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError("the folder cannot be written: permission denied", folder)


def _progress(status: Status, planned: int) -> OnResult:
    done = 0

    def on_result(target: Target, result: Result) -> None:
        nonlocal done
        done += 1
        status.update(f"{done} of {planned} runs, {target.name} {result.subject} {result.style}: {result.verdict}")

    return on_result


def _report(runs: tuple[Run, ...], targets: tuple[TargetResults, ...]) -> int:
    out = console()
    matrix = build_matrix(runs, targets)
    by_key = {(run.subject, run.style.name): run for run in runs}
    for target in targets:
        for result in target.results:
            if not result.verdict.passes:
                run = by_key[result.subject, result.style]
                out.print(f"{target.name} {describe(run, result)}\n", markup=False)
    out.print(as_table(matrix))
    silent = [result for target in targets for result in target.results if result.is_silent]
    if silent:
        raise UsageError(
            by_key[silent[0].subject, silent[0].style].style.script.as_posix() + ": " + silent[0].explanation()
        )
    return 0 if matrix.good else 1
