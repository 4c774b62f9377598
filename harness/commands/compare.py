"""``harness compare``: anything against anything: scripts, logs and cases, in whatever release each of them runs."""

import argparse
import functools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from harness.commands.common import console, releases_root_of, say, show_line, suite_of
from harness.commands.scenes import scene_options, show_sources
from harness.diagnose.evidence.evidence import Side
from harness.files.atomic_file import prepare_file, write_beside
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.releases.environments import environment_as_of, tox_environment
from harness.results.store import as_text
from harness.sides.arrays.files import is_array_file
from harness.sides.arrays.written import compare_files, compare_written, files_document, files_text
from harness.sides.hold import hold
from harness.sides.look import Ask, samples_of
from harness.sides.observing.paths import variable_paths
from harness.sides.run import run_sides
from harness.sides.spread.files import with_file_spread
from harness.sides.text import as_document, sides_text
from harness.sides.words import Job, Project, is_log, read_side
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup, find_python
from harness.words.errors import UsageError
from harness.words.finding import Place


def execute(options: argparse.Namespace) -> int:
    """Print what came of it; 0 if the numbers are the same, 1 if they differ or a side failed."""
    if options.json is not None:
        prepare_file(options.json, "--json")
    if options.html is not None:
        prepare_file(options.html, "--html")
    for side in ("left", "right"):
        _take_apart(options, side)
    if is_array_file(Path(options.left)) or is_array_file(Path(options.right)):
        return _compare_files(options)
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        return _compare_sides(options, options.keep or Path(folder))


def _take_apart(options: argparse.Namespace, side: str) -> None:
    """A checkpoint with a release behind ``@``, as scripts have it: the release reads it."""
    word: str = getattr(options, side)
    name, at, where = word.rpartition("@")
    if at and not Path(word).exists() and is_array_file(Path(name)):
        setattr(options, side, name)
        setattr(options, f"{side}_tf", where)


def _compare_sides(options: argparse.Namespace, keep: Path) -> int:
    project = Project(functools.partial(releases_root_of, options), functools.cache(lambda: suite_of(options)))
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    sides = {
        side: read_side(
            getattr(options, side),
            f"--{side}",
            _python(options, side),
            project,
            limits,
            scene_options(options, side, keep / side),
        )
        for side in ("left", "right")
    }
    left, right = sides["left"], sides["right"]
    if options.show_source:
        show_sources(left, right)
    out = console()
    setup = Setup(jobs=2, experiments=not options.no_experiments, progress=out.is_terminal)
    setup = handing_on(setup, options.env)
    tolerances = _tolerances(left, right)
    with out.status("running") as status, run_sides(left, right, setup, lambda line: show_line(status, line)) as both:
        ask = _ask(options)
        done = hold(both, tolerances, ask, setup)
        both, held, order, looked, diagnosis = done.sides, done.comparison, done.order, done.looked, done.diagnosis
        seen = looked.watched if options.html is not None else None
        paths = variable_paths(both, seen) if seen is not None else ()
        files = compare_written(
            (keep / "left", keep / "right"),
            (both.left.effects, both.right.effects),
            (_interpreter_of(both.left), _interpreter_of(both.right)),
            tolerances.default,
        )
        if held.passes:
            files = with_file_spread(both, files, tolerances.default, samples_of(ask, looked.watched))
    if options.json is not None:
        write_beside(options.json, as_text(as_document(both, held, diagnosis, files, looked, order)))
    text = sides_text(both, held, diagnosis, files, options.keep, looked, order)
    for line in text:
        out.print(line, soft_wrap=True)
    if options.html is not None:
        # Templates and colours take a fifth of a second to import, and most comparisons write no page.
        from harness.report.comparison import Compared, comparison_page

        write_beside(
            options.html,
            comparison_page(Compared(both, held, diagnosis, looked, paths, tuple(text)), tolerances),
        )
    return 0 if held.passes and all(file.passes for file in files) else 1


def _ask(options: argparse.Namespace) -> Ask:
    """What is to be looked at besides the print."""
    chosen: dict[str | None, Sequence[Place]] = {None: (), "both": tuple(Place)}
    places = chosen[options.samples_of] if options.samples_of in chosen else (Place(options.samples_of),)
    return Ask(options.watch, options.same_start, options.samples, places)


def _interpreter_of(side: Side) -> Path | None:
    return side.origin.python if side.origin is not None else None


def _compare_files(options: argparse.Namespace) -> int:
    """Hold two files with arrays against each other; exit code 0 if all arrays of the left one agree."""
    if options.html is not None:
        raise UsageError("--html: two files with arrays have no page; --json FILE has all that came of it")
    for word in (options.left, options.right):
        if not is_array_file(Path(word)):
            raise UsageError(
                "holds no arrays, and the other side does: .npy, .npz, .h5, .keras, a checkpoint", Path(word)
            )
    pythons = _python(options, "left"), _python(options, "right")
    readers = (pythons[0] or pythons[1], pythons[1] or pythons[0])
    paths = Path(options.left), Path(options.right)
    found = compare_files(options.right, paths, readers, Tolerance())
    if options.json is not None:
        write_beside(
            options.json, as_text({"left": options.left, "right": options.right, "files": files_document((found,))})
        )
    for line in files_text((found,)):
        say(line)
    return 0 if found.passes else 1


def _python(options: argparse.Namespace, side: str) -> Path | None:
    """The interpreter that an option names for a side; none for a log, of which one line says so."""
    python: Path | None = getattr(options, f"{side}_python")
    release: str | None = getattr(options, f"{side}_tf")
    day: str | None = getattr(options, f"{side}_as_of")
    word: str = getattr(options, side)
    if is_log(word) and not is_array_file(Path(word)):
        if python is not None or release is not None or day is not None:
            say(f"harness: {word} is a log, and so nothing runs it: --{side}-... is ignored", to_stderr=True)
        return None
    if python is not None:
        return find_python(python)
    if release is not None:
        return tox_environment(releases_root_of(options), release)
    return environment_as_of(releases_root_of(options), day) if day is not None else None


def _tolerances(left: Side | Job, right: Side | Job) -> Tolerances:
    """Those of the left case, else of the right one; without a case those that a case has by default."""
    variants = [side.variant for side in (left, right) if isinstance(side, Job)]
    return next((each.tolerances for each in variants if each is not None), Tolerances(Tolerance(), {}))
