"""``harness bisect``: which release first changed a case's verdict, its bits, or what a script prints."""

import argparse
import functools
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from harness.cases.case import DEFAULT_TIMEOUT, STYLES
from harness.cases.choice import choose_run
from harness.cases.run import Run
from harness.cases.suite import read_suite
from harness.commands.common import root_of
from harness.commands.run import add_experiments
from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.diagnose.experiments.laboratory import Laboratory
from harness.diagnose.guard import guarded
from harness.files.options import seconds
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.releases.bisect import Change, Probe, bisect, first_difference
from harness.releases.environments import find_release, tox_environment
from harness.releases.release import Release, read_releases
from harness.releases.tox_environment import is_made
from harness.results.finding_text import diagnosis_text
from harness.results.result import conclude
from harness.targets.outcome import Outcome
from harness.targets.target import Limits, Setup, request_within
from harness.targets.workers import open_worker
from harness.words.errors import UsageError
from harness.words.finding import Diagnosis
from harness.words.trace import trace_of_lines
from harness.words.verdict import Verdict

_VERDICTS = ("verdict", *(verdict.value for verdict in Verdict))
_PRINTED, _NOT_PRINTED = "prints these words", "does not print these words"


def add(verbs: Any) -> None:
    """Declare the verb."""
    verb = verbs.add_parser("bisect", help="find the release that first changed a case or a script")
    verb.add_argument(
        "what", metavar="CASE|SCRIPT", help="a case (two_layer_net[adam] for a variant), or a script of yours"
    )
    verb.add_argument("--style", choices=STYLES, default="graph", help="the style of the case (default: graph)")
    verb.add_argument("--good", metavar="RELEASE", help="the old end (default: the oldest that this machine can run)")
    verb.add_argument("--bad", metavar="RELEASE", help="the new end (default: the newest that is no pre-release)")
    verb.add_argument(
        "--until",
        metavar="VERDICT|class|text|WORDS",
        help="what is watched: the first release with this verdict, with other bits than the good end (class), that "
        "prints something else (text), or prints a line with these words. Default: any other verdict for a case, text "
        "for a script",
    )
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run")
    add_experiments(verb)
    verb.set_defaults(execute=execute)


def execute(options: argparse.Namespace) -> int:
    """Print the steps and the two neighbours."""
    root = root_of(options)
    script = Path(options.what)
    limits = Limits(timeout=options.timeout)
    if script.suffix == ".py" or script.is_file():
        if not script.is_file():
            raise UsageError("there is no such script", script)
        until = options.until or "text"
        if until in _VERDICTS and until not in ("verdict", Verdict.FAILED.value):
            raise UsageError(f"--until {until} is for cases: a script has no documented log, it ran or has failed")
        look: Callable[[Path], _Seen] = functools.partial(_look_at_script, script, limits)
        able, tolerances = read_releases(root), Tolerances(Tolerance(), {})
    else:
        until = options.until or "verdict"
        run = choose_run(read_suite(root), options.what, options.style)
        look = functools.partial(_look_at_case, run, limits)
        able = tuple(each for each in read_releases(root) if run.style.reason_against(each.version) is None)
        tolerances = run.variant.tolerances
    releases = _range(able, root, options)

    sides: dict[str, Side] = {}

    def probe(release: Release) -> Probe:
        if not is_made(root, release.name):
            print(f"{release.name} is not there yet: making its environment, {release.megabytes} MB", file=sys.stderr)
        seen = look(tox_environment(root, release.name))
        sides[release.name] = replace(seen.side, name=release.name)
        return _watched(seen, until)

    change = bisect(releases, probe, _is_bad(until), lambda line: print(line, flush=True))
    print(_told(change))
    diagnosis = guarded(lambda: _causes(sides[change.before.name], sides[change.after.name], tolerances, options))
    for line in diagnosis_text(diagnosis):
        print(line)
    return 0


@dataclass(frozen=True)
class _Seen:
    """What came of one run, whatever of it is watched; ``failure`` says why it has no trace that counts."""

    verdict: str
    bits: str
    lines: tuple[str, ...]
    failure: str
    detail: str
    side: Side


def _range(releases: Sequence[Release], root: Path, options: argparse.Namespace) -> list[Release]:
    """The releases between the two ends that this machine has a Python for."""
    ends = [find_release(root, name).name for name in (options.good, options.bad) if name]
    known = [release for release in releases if not release.is_prerelease or release.name in ends]
    first = _place(known, root, options.good) if options.good else 0
    last = _place(known, root, options.bad) if options.bad else len(known) - 1
    if options.bad and first > last:
        raise UsageError(f"--good {options.good} is newer than --bad {options.bad}")
    chosen = [release for release in known[first : last + 1] if release.missing is None]
    for release in known[first : last + 1]:
        if release.missing is not None:
            print(f"{release.name} is left out: this machine has {release.missing}", file=sys.stderr)
    return chosen


def _place(releases: Sequence[Release], root: Path, name: str) -> int:
    release = find_release(root, name)
    names = [each.name for each in releases]
    if release.name not in names:
        raise UsageError(f"this style does not exist for {release.name}; the oldest is {names[0] if names else 'none'}")
    return names.index(release.name)


def _look_at_case(run: Run, limits: Limits, python: Path) -> _Seen:
    request = request_within(limits, run.style.script, run.variant.parameters, run.case.timeout)
    outcome, side = _run_once(Origin(python, request, run.variant.template))
    result = conclude(run, outcome)
    agreement = f"{result.by_log.agreeing} of {result.by_log.expected} lines agree"
    detail = f"{result.verdict}, {agreement}; {result.explanation() or 'nothing differs from the log'}"
    failure = result.failure.reason if result.failure is not None else ""
    return _Seen(result.verdict.value, result.fingerprint, result.lines, failure, detail, side)


def _look_at_script(script: Path, limits: Limits, python: Path) -> _Seen:
    outcome, side = _run_once(Origin(python, request_within(limits, script, {}, DEFAULT_TIMEOUT)))
    # What a script printed before it failed is no trace yet.
    lines = tuple(_line(record) for record in outcome.trace.records) or side.lines
    if outcome.failure is not None:
        return _Seen(Verdict.FAILED.value, "", lines, outcome.failure.reason, outcome.failure.reason, side)
    count = f"{len(lines)} line{'s' if len(lines) != 1 else ''}"
    return _Seen("ran", outcome.trace.fingerprint(), lines, "", count, side)


def _run_once(origin: Origin) -> tuple[Outcome, Side]:
    with open_worker(origin.python, Setup()) as worker:
        outcome = worker.submit(origin.request).result()
        return outcome, side_of_outcome("", worker.target, origin, outcome)


def _causes(before: Side, after: Side, tolerances: Tolerances, options: argparse.Namespace) -> Diagnosis:
    """Why the two neighbours differ, as far as that is known; prints the first number that does. That the release does
    it needs no telling here."""
    evidence = gather(before, after, tolerances)
    first = evidence.comparison.first
    if first is not None and evidence.right.failure is None and first.field != "line":
        print(f"  first {first}")
    if options.no_experiments:
        found = look_for_causes(evidence, None)
    else:
        with Laboratory() as laboratory:
            found = look_for_causes(evidence, laboratory)
    return replace(found, findings=tuple(finding for finding in found.findings if finding.cause != "other-release"))


def _watched(seen: _Seen, until: str) -> Probe:
    kind = ""
    if until == "class":
        state, kind = (seen.bits, "bits") if seen.bits else ("no trace", "")
    elif until == "text":
        state, kind = (seen.failure, "") if seen.failure else (_digest(seen.lines), "text")
    elif until in _VERDICTS:
        state = seen.verdict
    else:
        state = _PRINTED if any(until in line for line in (*seen.lines, seen.failure)) else _NOT_PRINTED
    return Probe(state, seen.lines, seen.detail, kind)


def _line(record: Any) -> str:
    return " ".join(f"{value.as_printed()}" for value in record.values())


def _digest(lines: Sequence[str]) -> str:
    return trace_of_lines(lines).fingerprint()


def _is_bad(until: str) -> Callable[[Probe, Probe], bool]:
    if until in ("verdict", "class", "text"):
        return lambda probe, good: probe.state != good.state
    wanted = until if until in _VERDICTS else _PRINTED
    return lambda probe, _good: probe.state == wanted


def _told(change: Change) -> str:
    """The two neighbours, and the first line in which they differ, side by side."""
    parts = [
        f"\n{change.before.name} and {change.after.name} differ:",
        f"  {change.before.name}: {change.good.detail}",
        f"  {change.after.name}: {change.bad.detail}",
    ]
    place = first_difference(change.good.lines, change.bad.lines)
    if place is None:
        parts.append("  what they print is the same")
    else:
        for release, probe in ((change.before, change.good), (change.after, change.bad)):
            line = probe.lines[place] if place < len(probe.lines) else "(no such line)"
            parts.append(f"  line {place + 1:>4}  {release.name:>7}  {line}")
    return "\n".join(parts)
