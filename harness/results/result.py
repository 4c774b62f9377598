"""Results: the verdict on one run, a case in a variant and style, in one target, and what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from harness.cases.golden import dump_golden, read_golden
from harness.cases.run import Run, subject
from harness.judging.traces import GOLDEN, compare_with_log, compare_with_trace, render
from harness.targets.outcome import Failure, Outcome
from harness.words.errors import UsageError
from harness.words.finding import Finding
from harness.words.trace import Trace
from harness.words.verdict import Comparison, Divergence, Verdict


@dataclass(frozen=True)
class Result:
    """The verdict on a run and what it rests on.

    ``log_verdict`` is the documented log's alone; ``agreeing`` of ``documented`` lines agree; ``baseline`` says what
    ``first``, the first divergence, was held against. ``reason`` says why a run is unsupported, ``digest`` which case
    and golden files were used. ``fingerprint`` stands for every bit of the trace, ``trace_text`` holds them as a golden
    trace does, ``made_in`` is the target's fingerprint; the trace itself and the ``lines`` that the template prints for
    it stay in memory. ``findings`` are the likeliest causes where the verdict does not pass, ``dropped`` counts the
    suspicions that no experiment bore out, ``undiagnosed`` says why no cause could be looked for. It is ``reused``
    where the run was not done again.
    """

    case: str
    variant: str
    style: str
    verdict: Verdict
    digest: str
    log_verdict: Verdict = Verdict.FAILED
    agreeing: int = 0
    documented: int = 0
    baseline: str = ""
    first: Divergence | None = None
    failure: Failure | None = None
    reason: str = ""
    fingerprint: str = ""
    has_golden: bool = False
    seconds: float = 0.0
    trace_text: str = ""
    made_in: str = ""
    trace: Trace = field(default_factory=lambda: Trace(()))
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    dropped: int = 0
    undiagnosed: str = ""
    reused: bool = False

    @property
    def subject(self) -> str:
        """The case with its variant."""
        return subject(self.case, self.variant)

    @property
    def is_silent(self) -> bool:
        """Whether there was nothing to compare, which is the case's mistake and not TensorFlow's."""
        return self.failure is not None and self.failure.kind == "silent"

    def explanation(self) -> str:
        """Give the one line that says why the verdict is not ``identical``; empty where it is."""
        if self.failure is not None:
            return self.failure.reason
        if self.reason:
            return self.reason
        return f"{self.baseline}, {self.first}" if self.first is not None else ""


def unsupported(run: Run, reason: str) -> Result:
    """Give the result of a run that does not exist for its target."""
    return Result(
        run.case.name,
        run.variant.name,
        run.style.name,
        Verdict.UNSUPPORTED,
        run.digest,
        Verdict.UNSUPPORTED,
        documented=len(run.variant.log.lines),
        reason=reason,
    )


def check_golden_traces(runs: Iterable[Run]) -> None:
    """Read every golden trace of these runs once: a bad one should be known before minutes of runs, not after them.
    Raises UsageError for it."""
    for run in runs:
        path = run.variant.golden_path(run.style.name)
        if path.exists():
            read_golden(path)


def conclude(run: Run, outcome: Outcome, *, regenerating: bool = False) -> Result:
    """Give the result of a run from what came back of it. Raises UsageError for a golden trace that cannot be read,
    unless it is ``regenerating`` golden traces: then that one does not hold.

    The documented log decides, and a golden trace that does not hold within the tolerance makes it worse.
    """
    case, variant = run.case, run.variant
    by_log = compare_with_log(
        outcome.trace,
        variant.log,
        variant.template,
        variant.tolerances,
        step_field=variant.step_field,
        records=variant.records,
    )
    by_trace = _compare_with_golden(run, outcome.trace, regenerating)
    deciding = by_log
    if by_trace is not None and not by_trace.verdict.passes:
        deciding = max(by_log, by_trace, key=lambda comparison: comparison.verdict.severity)
    verdict = Verdict.FAILED if outcome.failure is not None else deciding.verdict
    return Result(
        case=case.name,
        variant=run.variant.name,
        style=run.style.name,
        verdict=verdict,
        digest=run.digest,
        log_verdict=Verdict.FAILED if outcome.failure is not None else by_log.verdict,
        agreeing=by_log.agreeing,
        documented=by_log.expected,
        baseline=deciding.baseline,
        first=deciding.first,
        failure=outcome.failure,
        fingerprint=outcome.trace.fingerprint() if outcome.failure is None else "",
        has_golden=by_trace is not None,
        seconds=outcome.seconds,
        trace_text=dump_golden(outcome.trace, "this run") if outcome.failure is None else "",
        trace=outcome.trace,
        lines=tuple(render(variant.template, record) for record in outcome.trace.records),
    )


def _compare_with_golden(run: Run, trace: Trace, regenerating: bool) -> Comparison | None:
    path = run.variant.golden_path(run.style.name)
    if not path.exists():
        return None
    try:
        golden = read_golden(path)
    except UsageError as error:
        if not regenerating:
            raise
        damage = Divergence(error.line, None, None, "file", "a golden trace", error.message)
        return Comparison(GOLDEN, Verdict.DIVERGED, 0, 0, left_over=len(trace), first=damage)
    return compare_with_trace(trace, golden, run.variant.tolerances, step_field=run.variant.step_field)
