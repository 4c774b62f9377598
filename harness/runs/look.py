"""A look: what one interpreter makes of a case or a script, and what of it a bisection watches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.cases.run import Run
from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.releases.bisect import Probe
from harness.results.result import conclude
from harness.targets.outcome import Entry, Outcome
from harness.targets.target import Limits, Request, Setup, request_within
from harness.targets.workers import open_worker
from harness.words.trace import Record, trace_of_lines
from harness.words.verdict import Verdict

# What may be watched besides words that are printed: the verdict, or whether there is a certain one.
VERDICTS = ("verdict", *(verdict.value for verdict in Verdict))
_PRINTED, _NOT_PRINTED = "prints these words", "does not print these words"


@dataclass(frozen=True)
class Look:
    """What came of one run, whatever of it is watched; ``failure`` says why it has no trace that counts."""

    verdict: str
    bits: str
    lines: tuple[str, ...]
    failure: str
    detail: str
    side: Side


def look_at_case(run: Run, limits: Limits, setup: Setup, python: Path) -> Look:
    """Run a case once in an interpreter. Raises UsageError for one that cannot be used."""
    request = request_within(limits, run.style.script, run.variant.parameters, run.case.timeout)
    outcome, side = _run_once(Origin(python, request, run.variant.template), setup)
    result = conclude(run, outcome)
    agreement = f"{result.by_log.agreeing} of {result.by_log.expected} lines agree"
    detail = f"{result.verdict}, {agreement}; {result.explanation() or 'nothing differs from the log'}"
    failure = result.failure.reason if result.failure is not None else ""
    return Look(result.verdict.value, result.fingerprint, result.lines, failure, detail, side)


def look_at_script(request: Request, setup: Setup, python: Path) -> Look:
    """Run a script once in an interpreter. Raises UsageError for one that cannot be used."""
    outcome, side = _run_once(Origin(python, request), setup)
    lines = side.lines if outcome.entry is Entry.SCRIPT else tuple(map(_values, outcome.trace.records))
    if outcome.failure is not None:
        return Look(Verdict.FAILED.value, "", lines, outcome.failure.reason, outcome.failure.reason, side)
    count = f"{len(lines)} line{'s' if len(lines) != 1 else ''}"
    return Look("ran", outcome.trace.fingerprint(), lines, "", count, side)


def watched(look: Look, until: str) -> Probe:
    """Give what is watched of a look: its verdict, bits (``class``) or ``text``, or whether it prints certain words."""
    kind = ""
    if until == "class":
        state, kind = (look.bits, "bits") if look.bits else ("no trace", "")
    elif until == "text":
        state, kind = (look.failure, "") if look.failure else (_digest(look.lines), "text")
    elif until in VERDICTS:
        state = look.verdict
    else:
        state = _PRINTED if any(until in line for line in (*look.lines, look.failure)) else _NOT_PRINTED
    return Probe(state, look.lines, look.detail, kind)


def is_bad(until: str) -> Callable[[Probe, Probe], bool]:
    """Give what tells a probe from that of the good end: another state or, where one state is asked for, that one."""
    if until in ("verdict", "class", "text"):
        return lambda probe, good: probe.state != good.state
    wanted = until if until in VERDICTS else _PRINTED
    return lambda probe, _good: probe.state == wanted


def _run_once(origin: Origin, setup: Setup) -> tuple[Outcome, Side]:
    with open_worker(origin.python, setup) as worker:
        outcome = worker.submit(origin.request).result()
        return outcome, side_of_outcome("", worker.target, origin, outcome)


def _values(record: Record) -> str:
    return " ".join(f"{value.as_printed()}" for value in record.values())


def _digest(lines: Sequence[str]) -> str:
    return trace_of_lines(lines).fingerprint()
