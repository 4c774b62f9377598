"""``harness compare``: anything against anything: scripts, logs and cases, in whatever release each of them runs."""

import argparse
import functools
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.commands.common import console, releases_root_of, suite_of
from harness.commands.run import add_env, add_experiments
from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import LEFT_TRACE, compare_sides, gather, is_exact
from harness.diagnose.experiments.laboratory import Laboratory
from harness.diagnose.guard import guarded
from harness.files.atomic_file import prepare_file, write_beside
from harness.files.options import positive, seconds
from harness.judging.judge import Tolerance
from harness.judging.lines import LineComparison, compare_lines
from harness.judging.traces import Tolerances
from harness.releases.environments import environment_as_of, tox_environment
from harness.results.store import as_text
from harness.sides.run import Sides, run_sides
from harness.sides.text import as_document, sides_text
from harness.sides.words import Job, Place, read_side
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup, find_python
from harness.words.finding import Diagnosis
from harness.words.verdict import Comparison, Verdict


def add(verbs: Any) -> None:
    """Declare the verb."""
    verb = verbs.add_parser(
        "compare",
        help="hold scripts, logs or cases against each other",
        description="Hold the right side against the left one, number by number, and say why they differ.",
    )
    for side in ("left", "right"):
        verb.add_argument(
            side, metavar=side.upper(), help="a script (*.py), a log (any other file), or CASE[VARIANT]:STYLE@RELEASE"
        )
        interpreter = verb.add_mutually_exclusive_group()
        interpreter.add_argument(f"--{side}-python", type=Path, metavar="PATH", help=f"what runs the {side} side")
        interpreter.add_argument(f"--{side}-tf", metavar="RELEASE", help="or tox's environment of a release, 1.15")
        interpreter.add_argument(f"--{side}-as-of", metavar="DATE", help="or TensorFlow as pip installed it on a day")
    verb.add_argument(
        "--root",
        type=Path,
        default=argparse.SUPPRESS,
        help="the project whose cases and releases are meant (default: found upwards; outside of any, the releases of "
        "the checkout that the harness runs from)",
    )
    verb.add_argument("--json", type=Path, metavar="FILE", help="write all of it into a file, too")
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: 60 s)")
    verb.add_argument("--memory", type=positive, metavar="MIB", default=4096, help="limit of each run (default: 4096)")
    add_env(verb)
    add_experiments(verb)
    verb.set_defaults(execute=execute)


def execute(options: argparse.Namespace) -> int:
    """Print what came of it; 0 if the numbers are the same, 1 if they differ or a side failed."""
    if options.json is not None:
        prepare_file(options.json, "--json")
    place = Place(functools.partial(releases_root_of, options), functools.cache(lambda: suite_of(options)))
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    left = read_side(options.left, "--left", _python(options, "left"), place, limits)
    right = read_side(options.right, "--right", _python(options, "right"), place, limits)
    setup = handing_on(Setup(jobs=2, experiments=not options.no_experiments), options.env)
    tolerances = _tolerances(left, right)
    with run_sides(left, right, setup) as sides:
        comparison, lines = _compared(sides, tolerances)
        diagnosis = guarded(lambda: _diagnosis(sides, tolerances, comparison, setup))
    if options.json is not None:
        write_beside(options.json, as_text(as_document(sides, comparison, lines, diagnosis.findings)))
    out = console()
    for line in sides_text(sides, comparison, lines, diagnosis):
        out.print(line, soft_wrap=True)
    return 0 if comparison.verdict.passes else 1


def _python(options: argparse.Namespace, side: str) -> Path | None:
    python: Path | None = getattr(options, f"{side}_python")
    release: str | None = getattr(options, f"{side}_tf")
    day: str | None = getattr(options, f"{side}_as_of")
    if python is not None:
        return find_python(python)
    if release is not None:
        return tox_environment(releases_root_of(options), release)
    return environment_as_of(releases_root_of(options), day) if day is not None else None


def _tolerances(left: Side | Job, right: Side | Job) -> Tolerances:
    """Those of the left case, else of the right one; without a case those that a case has by default."""
    variants = [side.variant for side in (left, right) if isinstance(side, Job)]
    return next((each.tolerances for each in variants if each is not None), Tolerances(Tolerance(), {}))


def _compared(sides: Sides, tolerances: Tolerances) -> tuple[Comparison, LineComparison | None]:
    """By traces where both have the same fields, else by lines. A side that failed is no match, whatever it printed."""
    comparison, lines = None, None
    if sides.left.trace is not None and sides.right.trace is not None:
        comparison = compare_sides(sides.left, sides.right, tolerances)
    if comparison is None or comparison.baseline != LEFT_TRACE:
        exact = is_exact(sides.left, sides.right)
        lines = compare_lines(sides.left.lines, sides.right.lines, tolerances, exact=exact)
        comparison = lines.comparison
    if sides.left.failure is not None or sides.right.failure is not None:
        comparison = replace(comparison, verdict=Verdict.FAILED)
    return comparison, lines


def _diagnosis(sides: Sides, tolerances: Tolerances, comparison: Comparison, setup: Setup) -> Diagnosis:
    evidence = gather(sides.left, sides.right, tolerances, comparison)
    with ExitStack() as stack:
        laboratory = None
        if setup.experiments:
            laboratory = stack.enter_context(Laboratory(setup))
            for python, worker in sides.workers.items():
                laboratory.lend(python, worker)
        return look_for_causes(evidence, laboratory)
