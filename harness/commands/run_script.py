"""``harness run SCRIPT``: does it run, what does it print, does it repeat itself, how long does it take?"""

import argparse
import functools
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from harness.commands.common import console, releases_root_of, say, show_line, suite_of
from harness.commands.scenes import scene_options, show_sources
from harness.commands.targets import chosen_pythons
from harness.diagnose.detectors.anywhere.not_reproducible import detect_rerun
from harness.diagnose.detectors.printed.fetch_race import told
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides, gather
from harness.diagnose.evidence.races import PRELUDE, races_of
from harness.diagnose.guard import guarded
from harness.files.atomic_file import prepare_file, write_beside
from harness.results.finding_text import diagnosis_text
from harness.results.store import as_text
from harness.sides.advice.raced_to_nan import raced_text
from harness.sides.advice.recorded_release import recorded_release_text
from harness.sides.advice.said_alone import said_alone_text
from harness.sides.diagnosis import diagnose_sides
from harness.sides.look import Looked
from harness.sides.observing.watch import watch_sides
from harness.sides.recorded import (
    cannot_be_as_recorded,
    ended_as_recorded,
    is_silent_as_recorded,
    ran_text,
    silent_text,
    told_by_the_record,
)
from harness.sides.repeats import USUAL, is_silent, repeats_itself
from harness.sides.run import Sides, run_sides, without_keep
from harness.sides.run_text import advice_text, effects_text, limit_text, stopped_after
from harness.sides.text import as_document, sides_text
from harness.sides.words import Job, Project, is_script, read_side
from harness.targets.scene import Prelude
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Request, Setup
from harness.watching.words import watched_text
from harness.words.errors import UsageError
from harness.words.finding import Diagnosis
from harness.words.verdict import Verdict

# What is said of two runs of one script.
_SAID = {
    Verdict.IDENTICAL: "it repeats itself",
    Verdict.REFORMATTED: "it repeats itself, but for times and words",
}
# What experiments may take of the time of whoever waits.
_LEAST_SECONDS, _MOST_SECONDS = 20.0, 120.0


def run_scripts(options: argparse.Namespace) -> int:
    """Run each script twice, side by side, and print its log and what is to be said of it; 0 if all ran and repeat
    themselves, 1 if not."""
    if not all(map(is_script, options.cases)):
        raise UsageError("run scripts or cases, not both at once")
    if options.results is not None:
        raise UsageError("--results: it is for cases; --json FILE has what came of scripts")
    if options.json is not None:
        prepare_file(options.json, "--json")
    project = Project(functools.partial(releases_root_of, options), functools.cache(lambda: suite_of(options)))
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    setup = Setup(jobs=min(2, options.jobs), experiments=not options.no_experiments, progress=console().is_terminal)
    setup = handing_on(setup, options.env)
    chosen = options.python or options.tf or options.as_of
    pythons = chosen_pythons(options, releases_root_of(options)) if chosen else [None]
    sides = [
        read_side(word, "--python", python, project, limits, scene_options(options))
        for word in options.cases
        for python in pythons
    ]
    if options.show_source:
        show_sources(*sides)
    documents, passes = list[dict[str, Any]](), True
    for side in sides:
        ran = _run(side, setup, watch=options.watch)
        passes = passes and ran.passes
        if options.json is not None:
            document = as_document(ran.sides, ran.held, ran.diagnosis, looked=ran.looked)
            documents.append({"passes": ran.passes, **document})
    if options.json is not None:
        write_beside(options.json, as_text({"scripts": documents}))
    return 0 if passes else 1


@dataclass(frozen=True)
class _Ran:
    """What came of a script: whether it ``passes``, and the two sides that say so, which are what was recorded and the
    run, or two runs."""

    passes: bool
    sides: Sides
    held: SideComparison
    diagnosis: Diagnosis
    looked: Looked


def _run(side: Side | Job, setup: Setup, *, watch: bool) -> _Ran:
    """Run one, and say what came of it."""
    assert isinstance(side, Job)
    recorded = side.notebook is not None and bool(side.notebook.recorded)
    return _against_recorded(side, setup) if recorded else _run_twice(side, setup, watch=watch)


def _against_recorded(job: Job, setup: Setup) -> _Ran:
    """A notebook holds what it printed when it was saved."""
    assert job.notebook is not None
    recorded = Side(f"{job.name} as it was recorded", job.notebook.recorded)
    with run_sides(recorded, job, setup) as sides:
        held = compare_sides(sides.left, sides.right, USUAL)
        # What is recorded came of other data, or of draws by another seed: no experiment makes these give it.
        diagnosis = Diagnosis()
        if not held.comparison.verdict.passes and cannot_be_as_recorded(sides.right):
            diagnosis = told_by_the_record(sides.right, diagnosis)
        if not diagnosis.findings:
            diagnosis = guarded(lambda: _diagnosis(sides, held, setup))
    if is_silent_as_recorded(sides.right, held):
        for line in (*silent_text(sides.right), *effects_text("it", sides.right, None)):
            say(line)
        return _Ran(True, sides, held, diagnosis, Looked())
    if not held.comparison.verdict.passes:
        diagnosis = told_by_the_record(sides.right, diagnosis)
    for line in sides_text(sides, held, diagnosis):
        say(line)
    as_recorded = ended_as_recorded(job.notebook, sides.right)
    for line in [as_recorded] if as_recorded else recorded_release_text(job.notebook, sides.right):
        say(line)
    if not held.comparison.verdict.passes:
        for line in ran_text(sides.right):
            say(line)
    return _Ran(held.comparison.verdict.passes, sides, held, diagnosis, Looked())


def _run_twice(side: Job, setup: Setup, *, watch: bool) -> _Ran:
    with ExitStack() as stack:
        with console().status("running") as status:
            second = replace(side, request=_looking_for_races(without_keep(side.request)))
            running = run_sides(side, second, setup, lambda line: show_line(status, line))
            twice = stack.enter_context(running)
        first, again = twice.left, twice.right
        say(f"{first.name}  TensorFlow {first.tensorflow}, Python {first.python}, NumPy {first.numpy}\n")
        for line in (*first.lines, *first.rest):
            say(line)
        say()
        held = compare_sides(first, again, USUAL)
        for line in _told(first, again, held, first.scene.keep if first.scene is not None else None):
            say(line)
        seen = watch_sides(twice) if watch else None
        for line in watched_text(seen) if seen is not None else ():
            say(line)
        if repeats_itself(first, again, held):
            for line in said_alone_text(first):
                say(line)
            return _Ran(True, twice, held, Diagnosis(), Looked(seen))
        diagnosis = guarded(lambda: _diagnosis(twice, held, setup))
        failed = next((each for each in (first, again) if each.failure is not None), first)
        for line in (*diagnosis_text(diagnosis), *advice_text(failed), *raced_text(failed, again)):
            say(line)
        return _Ran(False, twice, held, diagnosis, Looked(seen))


def _looking_for_races(request: Request) -> Request:
    """The same run, whose graphs are read, and not changed: a race may come out alike twice."""
    return replace(request, preludes=(Prelude(PRELUDE, {}), *request.preludes))


def _told(first: Side, again: Side, held: SideComparison, kept: Path | None) -> Iterator[str]:
    failed = next((each for each in (first, again) if each.failure is not None), None)
    silent = is_silent(first) and is_silent(again)
    if silent:
        yield f"it ran to its end in {first.seconds or 0.0:.1f} s, twice, and printed nothing"
    elif failed is not None and failed.failure is not None:
        yield f"failed after {_lines(failed)}: {failed.failure.reason}"
        yield from (f"    {line}" for line in failed.failure.detail.splitlines())
        yield from limit_text(failed)
    else:
        yield _how_it_went(first)
    yield from effects_text("it", first, kept)
    if failed is None:
        yield f"run twice: {_SAID.get(held.comparison.verdict, 'it differs')}{_first(held)}{_beyond(first, held)}"
        races = [race for race in races_of(again) if race.tensor]
        if races and repeats_itself(first, again, held):
            yield f"a third run may differ all the same: {told(races, first.name)}"
    elif not silent and (first.failure is None or again.failure is None):
        yield "run twice: it failed in one of two runs"


def _first(held: SideComparison) -> str:
    return f"; {held.comparison.first}" if held.comparison.first is not None else ""


def _diagnosis(twice: Sides, held: SideComparison, setup: Setup) -> Diagnosis:
    evidence = gather(twice.left, twice.right, USUAL, held)
    unsteady = detect_rerun(evidence, twice.right) if twice.left.name == twice.right.name else None
    if unsteady is not None:
        return Diagnosis((unsteady,))
    return diagnose_sides(twice, evidence, setup, _budget(twice))


def _budget(sides: Sides) -> float:
    """The seconds that experiments may take: as long as a run took, for whoever runs one script waits for its log."""
    took = max(side.seconds or 0.0 for side in (sides.left, sides.right))
    return min(max(took, _LEAST_SECONDS), _MOST_SECONDS)


def _beyond(side: Side, held: SideComparison) -> str:
    return "" if held.rest_is_same else f" in its first {len(side.lines)} lines, and not in what follows"


def _lines(side: Side) -> str:
    count = len(side.lines) + len(side.rest)
    return f"{count} line{'s' if count != 1 else ''}"


def _how_it_went(side: Side) -> str:
    count = _lines(side)
    took = f"{side.seconds or 0.0:.1f} s"
    if side.cut:
        return f"stopped after {stopped_after(side)}, with {count} in {took}"
    return f"{count} in {took}, the import of TensorFlow not counted"
