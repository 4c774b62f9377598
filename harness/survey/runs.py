"""A file as it stands, on one release: whether it runs, what it needs, whether it repeats itself."""

import re
from dataclasses import replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import compare_sides, gather
from harness.diagnose.guard import guarded
from harness.sides.advice.neighbours import writer_beside
from harness.sides.advice.right_release import right_release_text
from harness.sides.repeats import USUAL, is_silent, repeats_itself
from harness.survey.answers import Ran, Repeated
from harness.survey.bench import Bench
from harness.words.errors import UsageError
from harness.words.finding import Diagnosis

# What helps where a run was stopped at a limit.
_MORE = {
    "hung": "--within 60s takes what it has printed by then; seconds = 300 in survey.toml gives it more time",
    "flooded": "--steps 100 stops it before it has printed that much",
    "memory": "--memory 8192 gives it more",
}
_AS_MODULE = re.compile(r"-m (?P<module>[\w.]+)(?:@\S+)? --cwd (?P<folder>.+)$")


def ran(bench: Bench, release: str, *, own: bool = False) -> Ran:
    """Run the file on a release as it stands; on its ``own`` release watched, which the proof of a port needs."""
    try:
        job = bench.job(release)
        side = bench.watched(job) if own else bench.side(job)
        if own and not _goes_well(side):
            side = bench.side(job)
    except UsageError as error:
        return Ran(release, "refused", str(error))
    effects, scene = side.effects, side.scene
    told = Ran(
        release,
        _ended(side),
        lines=len(side.lines) + len(side.rest),
        seconds=round(side.seconds or 0.0, 3),
        stand_ins=effects.stand_ins if effects is not None else (),
        remarks=scene.remarks if scene is not None else (),
    )
    if told.is_well or side.failure is None:
        return told
    cause, change = _cause(side)
    change = in_settings(change, bench.grounds.folder) or _MORE.get(told.ended, "")
    writer = _writer(side, bench.grounds.folder, bench.entry.first) if own else ""
    return replace(told, reason=side.failure.reason, cause=cause, change=change, writer=writer)


def _writer(side: Side, folder: Path, first: tuple[str, ...]) -> str:
    """The script beside a failed one that may write what it misses, or what one of those misses that were run
    ``first``, by its path below the folder; empty for none."""
    found = writer_beside(side, [(folder / each).resolve() for each in first])
    if found is None or not found.script.resolve().is_relative_to(folder.resolve()):
        return ""
    return found.script.resolve().relative_to(folder.resolve()).as_posix()


def in_settings(change: str, folder: Path) -> str:
    """Give what to change as a survey of a folder takes it: a module is named in ``survey.toml``, and no command line
    says how one file is run."""
    match = _AS_MODULE.search(change)
    if match is None:
        return change
    place, top = Path(match["folder"]).resolve(), folder.resolve()
    said = f'module = "{match["module"]}"'
    if not place.is_relative_to(top):
        return f"{change[: match.start()]}survey {place}, with {said} in its survey.toml"
    cwd = f' and cwd = "{place.relative_to(top).as_posix()}"' if place != top else ""
    return f"{change[: match.start()]}{said}{cwd} in survey.toml"


def repeated(bench: Bench, release: str) -> Repeated:
    """Say whether a file that ran gives the same numbers again. Where a port of it has printed them that is known; else
    it runs once more, and where that prints other numbers, as the watched run may have been the other one, a third
    time."""
    if bench.printed_again:
        return Repeated(repeats=True)
    job = bench.job(release)
    first, second = bench.watched(job), bench.side(job)
    if not _is_same(first, second):
        first, second = second, bench.again(job)
    held = compare_sides(first, second, USUAL)
    if _is_same(first, second):
        return Repeated(repeats=True)
    finding = guarded(lambda: _why(first, second)).findings
    told = str(held.comparison.first) if held.comparison.first is not None else "it failed in one of two runs"
    if not finding:
        return Repeated(repeats=False, first=told)
    return Repeated(repeats=False, first=told, cause=finding[0].cause, change=finding[0].change)


def _why(first: Side, second: Side) -> Diagnosis:
    from harness.diagnose.detectors.anywhere.not_reproducible import detect_rerun

    finding = detect_rerun(gather(first, second, USUAL, compare_sides(first, second, USUAL)), second)
    return Diagnosis((finding,) if finding is not None else ())


def _goes_well(side: Side) -> bool:
    return side.failure is None or is_silent(side)


def prints_the_same(first: Side, second: Side) -> bool:
    """Whether two runs that printed something printed the same numbers."""
    return bool(first.lines) and _is_same(first, second)


def _ended(side: Side) -> str:
    if side.failure is None:
        return "cut" if side.cut else "well"
    return side.failure.kind


def _is_same(first: Side, second: Side) -> bool:
    return repeats_itself(first, second, compare_sides(first, second, USUAL))


def _cause(side: Side) -> tuple[str, str]:
    """Why a run failed, and what to do, as far as its error says it."""
    # All detectors, which nobody needs where everything runs.
    from harness.diagnose.diagnosis import look_for_causes

    evidence = gather(side, side, USUAL, compare_sides(side, side, USUAL))
    found = guarded(lambda: look_for_causes(evidence, None)).findings
    if found:
        return found[0].cause, found[0].change
    return "", " ".join(right_release_text(side))
