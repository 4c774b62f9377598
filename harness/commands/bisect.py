"""``harness bisect``: which release first changed a case's verdict, its bits, or what a script prints."""

import argparse
import functools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from harness.bisect import Change, Probe, bisect, first_difference
from harness.case import STYLES
from harness.commands.common import root_of
from harness.environments import find_release, tox_environment
from harness.errors import UsageError
from harness.options import seconds
from harness.outcome import Outcome
from harness.releases import Release, read_releases
from harness.result import Run, conclude, plan
from harness.suite import read_suite
from harness.target import Limits, Request, Setup
from harness.trace import trace_of_lines
from harness.verdict import Verdict
from harness.workers import open_worker

_TIMEOUT = 60.0


def add(verbs: Any) -> None:
    """Declare the verb."""
    verb = verbs.add_parser("bisect", help="find the release that first changed a case or a script")
    verb.add_argument(
        "what", metavar="CASE|SCRIPT", help="a case (two_layer_net[adam] for a variant), or a script of yours"
    )
    verb.add_argument("--style", choices=STYLES, default="graph", help="the style of the case (default: graph)")
    verb.add_argument("--good", metavar="RELEASE", help="the old end (default: the oldest that this machine can run)")
    verb.add_argument("--bad", metavar="RELEASE", help="the new end (default: the newest)")
    verb.add_argument(
        "--until",
        metavar="VERDICT|class|text",
        help="what is watched: the first release with this verdict, with other bits than the good end (class), or that "
        "prints something else (text). Default: any other verdict for a case, text for a script",
    )
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run")
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
        look: Callable[[Path], Probe] = functools.partial(_look_at_script, script, limits, until)
        releases = _range(read_releases(root), root, options)
    else:
        until = options.until or "verdict"
        run = _run(root, options.what, options.style)
        look = functools.partial(_look_at_case, run, limits, until)
        able = [each for each in read_releases(root) if run.style.reason_against(each.version) is None]
        releases = _range(able, root, options)

    def probe(release: Release) -> Probe:
        return look(tox_environment(root, release.name))

    change = bisect(releases, probe, _is_bad(until), lambda line: print(line, flush=True))
    print(_told(change))
    return 0


def _run(root: Path, name: str, style: str) -> Run:
    case, _, variant = name.rstrip("]").partition("[")
    runs = plan(read_suite(root).select([case]), [style], slow=True)
    found = [run for run in runs if not variant or run.variant.name == variant]
    if not found:
        raise UsageError(f"{case} has no variant {variant!r} in style {style}")
    if len(found) > 1:
        raise UsageError(f"{case} has variants, name one: {', '.join(run.subject for run in found)}")
    return found[0]


def _range(releases: Sequence[Release], root: Path, options: argparse.Namespace) -> list[Release]:
    """The releases between the two ends that this machine has a Python for."""
    known = list(releases)
    first = _place(known, root, options.good) if options.good else 0
    last = _place(known, root, options.bad) if options.bad else len(known) - 1
    if first > last:
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


def _look_at_case(run: Run, limits: Limits, until: str, python: Path) -> Probe:
    timeout = limits.timeout if limits.timeout is not None else run.case.timeout
    outcome = _outcome(run.style.script, run.variant.parameters, timeout, limits, python)
    result = conclude(run, outcome)
    state = {"class": result.fingerprint or "no trace", "text": _digest(result.lines)}.get(until, result.verdict.value)
    agreement = f"{result.agreeing} of {result.documented} lines agree"
    detail = f"{result.verdict}, {agreement}; {result.explanation() or 'nothing differs'}"
    return Probe(state, result.lines, detail)


def _look_at_script(script: Path, limits: Limits, until: str, python: Path) -> Probe:
    outcome = _outcome(script, {}, limits.timeout or _TIMEOUT, limits, python)
    lines = tuple(_line(record) for record in outcome.trace.records)
    failed = outcome.failure.reason if outcome.failure is not None else ""
    verdict = Verdict.FAILED.value if failed else "ran"
    state = {"class": outcome.trace.fingerprint(), "text": failed or _digest(lines)}.get(until, verdict)
    return Probe(state, lines, failed or f"{len(lines)} lines")


def _outcome(script: Path, parameters: Any, timeout: float, limits: Limits, python: Path) -> Outcome:
    with open_worker(python, Setup()) as worker:
        return worker.submit(Request(script, parameters, timeout, limits.memory, limits.output)).result()


def _line(record: Any) -> str:
    return " ".join(f"{value.as_printed()}" for value in record.values())


def _digest(lines: Sequence[str]) -> str:
    return trace_of_lines(lines).fingerprint()


def _is_bad(until: str) -> Callable[[Probe, Probe], bool]:
    if until in {verdict.value for verdict in Verdict}:
        return lambda probe, _good: probe.state == until
    if until not in ("verdict", "class", "text"):
        return lambda probe, _good: any(until in line for line in probe.lines)
    return lambda probe, good: probe.state != good.state


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
