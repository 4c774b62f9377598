"""``harness run``: do the runs here and now, in this interpreter's TensorFlow or in others."""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from harness.cases.choice import choose_runs
from harness.cases.run import Run, plan
from harness.cases.suite import Suite
from harness.commands.common import console, say, suite_of
from harness.commands.run_script import run_scripts
from harness.commands.targets import chosen_pythons
from harness.files.atomic_file import prepare_file, write_beside
from harness.results.failure_text import describe
from harness.results.matrix import build_matrix
from harness.results.matrix_text import as_table
from harness.results.result import check_golden_traces
from harness.results.store import (
    SCHEMA,
    TargetResults,
    as_document,
    as_text,
    prepare_results,
    results_path,
    write_results,
)
from harness.runs.progress import Progress
from harness.runs.runner import run_targets
from harness.sides.observing.styles import styles_text, watch_styles
from harness.sides.words import is_script
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup
from harness.words.errors import UsageError


def execute(options: argparse.Namespace) -> int:
    """Do the runs, print the table and what is wrong; 0 only if every run's verdict passes and there was one. Of a
    script see ``run_script``."""
    if any(is_script(word) for word in options.cases):
        return run_scripts(options)
    suite = suite_of(options)
    runs = _chosen(suite, options.cases, options.style, options.slow)
    if not runs:
        raise UsageError("there is nothing to run: no case has such a style, or all are slow (--slow runs those)")
    check_golden_traces(runs)
    _check_outputs(options.results, options.json)
    pythons = chosen_pythons(options, suite.root)
    setup = Setup(jobs=options.jobs, isolation=options.isolation, experiments=not options.no_experiments)
    setup = handing_on(setup, options.env)
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    reuse = None if options.fresh else options.results
    begin = time.perf_counter()
    progress = Progress(runs, len(pythons), options.jobs)

    def save(targets: Sequence[TargetResults]) -> None:
        for target in targets if options.results is not None else ():
            write_results(results_path(options.results, target.name), target)

    with console().status(progress):
        targets = run_targets(pythons, runs, setup, limits, progress.add, reuse, on_stop=save)
    save(targets)
    if options.json is not None:
        document = {"schema": SCHEMA, "targets": [as_document(target) for target in targets]}
        write_beside(options.json, as_text(document))
    code = _report(runs, targets, time.perf_counter() - begin)
    return max(code, _watch(runs, pythons, setup, limits)) if options.watch else code


def _watch(runs: Sequence[Run], pythons: Sequence[Path], setup: Setup, limits: Limits) -> int:
    """Hold the styles of each case against each other, step by step; 0 if no stage parts them."""
    agree = True
    for python in pythons:
        for held in watch_styles(runs, python, setup, limits):
            agree = agree and held.agrees
            for line in styles_text(held):
                say(line)
    return 0 if agree else 1


def _chosen(suite: Suite, names: list[str], styles: list[str], slow: bool) -> tuple[Run, ...]:
    """The runs of the named cases and variants (``two_layer_net[adam]``), of all for no name. A variant that is named
    is wanted, slow or not; so is a case that has only slow ones.

    Raises UsageError for an unknown case or variant.
    """
    if not names:
        return plan(suite.cases, styles, slow=slow)
    chosen: dict[tuple[str, str], Run] = {}
    for name in names:
        every = [run for run in choose_runs(suite, name) if not styles or run.style.name in styles]
        wanted = [run for run in every if slow or not run.variant.slow or "[" in name] or every
        chosen.update({(run.subject, run.style.name): run for run in wanted})
    return tuple(chosen.values())


def _check_outputs(results: Path | None, file: Path | None) -> None:
    """Find out before minutes of runs, not after them."""
    if results is not None:
        prepare_results(results)
    if file is not None:
        prepare_file(file, "--json")


def _report(runs: tuple[Run, ...], targets: tuple[TargetResults, ...], seconds: float) -> int:
    out = console()
    matrix = build_matrix(runs, targets)
    by_key = {(run.subject, run.style.name): run for run in runs}
    results = [(target, result) for target in targets for result in target.results]
    for target, result in results:
        if not result.verdict.passes:
            run = by_key[result.subject, result.style]
            out.print(f"{target.name} {describe(run, result)}\n", soft_wrap=True)
    out.print(as_table(matrix, out.width), soft_wrap=True)
    out.print(f"{seconds:.1f} s of wall time, imports of TensorFlow included")
    reused = sum(result.reused for _, result in results)
    if reused:
        out.print(f"{reused} results taken from the results folder, since nothing has changed; --fresh runs all")
    for _, result in results:
        if result.is_silent:
            raise UsageError(result.explanation(), by_key[result.subject, result.style].style.script)
    return 0 if matrix.good else 1
