"""``harness bisect``: which release first changed a case's verdict, its bits, or what a script prints."""

import argparse
import functools
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from harness.cases.choice import choose_run
from harness.cases.suite import read_suite
from harness.commands.common import releases_root_of, root_of, say
from harness.commands.scenes import scene_options
from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.diagnose.guard import guarded
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.releases.bisect import Border, Probe, bisect, first_difference
from harness.releases.environments import is_ready, tox_environment
from harness.releases.release import Release, read_releases
from harness.releases.span import releases_between
from harness.results.finding_text import diagnosis_text
from harness.runs.look import VERDICTS, Look, is_bad, look_at_case, look_at_script, watched
from harness.sides.words import Project, script_job
from harness.targets.surroundings import handing_on
from harness.targets.target import Limits, Setup
from harness.words.errors import UsageError
from harness.words.finding import Diagnosis
from harness.words.styles import STYLES
from harness.words.verdict import Verdict


def execute(options: argparse.Namespace) -> int:
    """Print the steps and the two neighbours."""
    script = Path(options.what)
    of_script = script.suffix == ".py" or script.is_file()
    root = releases_root_of(options) if of_script else root_of(options)
    limits, setup = Limits(timeout=options.timeout), handing_on(Setup(), options.env)
    if of_script:
        if not script.is_file():
            raise UsageError("there is no such script", script)
        until = options.until or "text"
        if until in VERDICTS and until not in ("verdict", Verdict.FAILED.value):
            raise UsageError(f"--until {until} is for cases: a script has no documented log, it ran or has failed")
        scene, project = scene_options(options), Project(lambda: root, functools.cache(lambda: read_suite(root)))

        def look(python: Path) -> Look:
            return look_at_script(script_job(script, python, project, limits, scene).request, setup, python)

        able, tolerances = read_releases(root), Tolerances(Tolerance(), {})
    else:
        until = options.until or "verdict"
        run = choose_run(read_suite(root), options.what, options.style)
        look = functools.partial(look_at_case, run, limits, setup)
        able = tuple(each for each in read_releases(root) if run.style.reason_against(each.version) is None)
        tolerances = run.variant.tolerances
    releases = releases_between(able, root, options.good, options.bad, _warn)

    sides: dict[str, Side] = {}

    def probe(release: Release) -> Probe:
        if not is_ready(root, release.name):
            _warn(f"{release.name} is not there yet: making its environment, {release.megabytes} MB")
        found = look(tox_environment(root, release.name))
        sides[release.name] = replace(found.side, name=release.name)
        return watched(found, until)

    border = bisect(releases, probe, is_bad(until), say, every=options.every)
    say(_told(border))
    diagnosis = guarded(
        lambda: _causes(sides[border.before.name], sides[border.after.name], tolerances, setup, options)
    )
    for line in (*diagnosis_text(diagnosis), *_other_borders(border, _command(options)), *_unseen(border)):
        say(line)
    return 0


def _warn(line: str) -> None:
    say(line, to_stderr=True)


def _command(options: argparse.Namespace) -> str:
    """The command without its two ends."""
    words = ["harness", "bisect", options.what]
    words += ["--style", options.style] if options.style != STYLES[0] else []
    words += ["--until", options.until] if options.until else []
    words += ["--timeout", f"{options.timeout:g}"] if options.timeout is not None else []
    words += [word for name in options.env for word in ("--env", name)]
    words += ["--every"] if options.every else []
    words += ["--no-experiments"] if options.no_experiments else []
    return shlex.join(words)


def _causes(before: Side, after: Side, tolerances: Tolerances, setup: Setup, options: argparse.Namespace) -> Diagnosis:
    """Why the two neighbours differ, as far as that is known; prints the first number that does. That the release does
    it needs no telling here."""
    evidence = gather(before, after, tolerances)
    first = evidence.comparison.first
    if first is not None and evidence.right.failure is None and first.field != "line":
        say(f"  first {first}")
    if options.no_experiments:
        found = look_for_causes(evidence, None)
    else:
        with Laboratory(setup) as laboratory:
            found = look_for_causes(evidence, laboratory)
    return replace(found, findings=tuple(finding for finding in found.findings if finding.cause != "other-release"))


def _told(border: Border) -> str:
    """The two neighbours, and the first line in which they differ, side by side."""
    parts = [
        f"\n{border.before.name} and {border.after.name} differ:",
        f"  {border.before.name}: {border.good.detail}",
        f"  {border.after.name}: {border.bad.detail}",
    ]
    place = first_difference(border.good.lines, border.bad.lines)
    if place is None:
        parts.append("  what they print is the same")
    else:
        for release, probe in ((border.before, border.good), (border.after, border.bad)):
            line = probe.lines[place] if place < len(probe.lines) else "(no such line)"
            parts.append(f"  line {place + 1:>4}  {release.name:>7}  {line}")
    return "\n".join(parts)


def _other_borders(border: Border, command: str) -> Iterator[str]:
    """What is known of each other border, and the command that looks at it."""
    if not border.others:
        return
    count = len(border.others)
    yield f"{'one more change' if count == 1 else f'{count} more changes'}, not explained by this:"
    for other in border.others:
        yield f"  {other.before.name}: {other.good}; {other.after.name}: {other.bad}"
        good, bad = (release.name.removeprefix("tf") for release in (other.before, other.after))
        yield f"    {command} --good {good} --bad {bad}"


def _unseen(border: Border) -> Iterator[str]:
    """The releases that were not run, whatever they print."""
    count = len(border.unseen)
    if count:
        named = border.unseen[0].name + (f" to {border.unseen[-1].name}" if count > 1 else "")
        release = "1 release" if count == 1 else f"{count} releases"
        yield f"not run: {release}, {named}; what changes and changes back there is seen by --every alone"
