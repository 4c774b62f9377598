"""Results: the verdict on one run, a case in a variant and style, in one target, and what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from harness.cases.golden import dump_golden, read_golden
from harness.cases.run import Run, subject
from harness.judging.printing import print_records
from harness.judging.traces import DOCUMENTED, GOLDEN, compare_with_log, compare_with_trace
from harness.targets.outcome import Failure, Outcome
from harness.words.errors import UsageError
from harness.words.finding import Diagnosis
from harness.words.trace import Trace
from harness.words.verdict import Comparison, Divergence, Verdict

# Of a run that there was none of.
_NOT_HELD = Comparison(DOCUMENTED, Verdict.FAILED, 0, 0)


@dataclass(frozen=True)
class Result:
    """The verdict on a run and what it rests on.

    ``by_log`` holds the run against the documented log, ``by_golden`` against the golden trace, None where there is
    none. ``reason`` says why a run is unsupported, ``digest`` which case and golden files were used. ``seconds`` are of
    wall-clock time. ``fingerprint`` stands for every bit of the trace, ``trace_text`` holds them as a golden trace
    does, ``made_in`` is the target's fingerprint; the trace itself and the ``lines`` that the template prints for it
    stay in memory. ``diagnosis`` is what came of looking for causes where the verdict does not pass. It is ``reused``
    where the run was not done again.
    """

    case: str
    variant: str
    style: str
    verdict: Verdict
    digest: str
    by_log: Comparison = _NOT_HELD
    by_golden: Comparison | None = None
    failure: Failure | None = None
    reason: str = ""
    fingerprint: str = ""
    seconds: float = 0.0
    trace_text: str = ""
    made_in: str = ""
    diagnosis: Diagnosis = field(default_factory=Diagnosis)
    trace: Trace = field(default_factory=lambda: Trace(()))
    lines: tuple[str, ...] = ()
    reused: bool = False

    @property
    def subject(self) -> str:
        """The case with its variant."""
        return subject(self.case, self.variant)

    @property
    def comparison(self) -> Comparison:
        """The one that decides: the documented log's, unless the golden trace does not hold and is worse."""
        if self.by_golden is None or self.by_golden.verdict.passes:
            return self.by_log
        return max(self.by_log, self.by_golden, key=lambda comparison: comparison.verdict.severity)

    @property
    def log_holds(self) -> bool:
        """Whether the run went well and gives what the documented log says, whatever the golden trace does."""
        return self.failure is None and self.by_log.verdict.passes

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
        first = self.comparison.first
        return f"{self.comparison.baseline}, {first}" if first is not None else ""


def unsupported(run: Run, reason: str) -> Result:
    """Give the result of a run that does not exist for its target."""
    return Result(
        run.case.name,
        run.variant.name,
        run.style.name,
        Verdict.UNSUPPORTED,
        run.digest,
        Comparison(DOCUMENTED, Verdict.UNSUPPORTED, 0, len(run.variant.log.lines)),
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
    variant, failure = run.variant, outcome.failure
    printed = print_records(variant.template, outcome.trace)
    result = Result(
        run.case.name,
        variant.name,
        run.style.name,
        Verdict.FAILED,
        run.digest,
        by_log=compare_with_log(
            outcome.trace,
            variant.log,
            variant.template,
            variant.tolerances,
            step_field=variant.step_field,
            records=variant.records,
            printed=printed,
        ),
        by_golden=_compare_with_golden(run, outcome.trace, regenerating),
        failure=failure,
        fingerprint=outcome.trace.fingerprint() if failure is None else "",
        seconds=outcome.seconds,
        trace_text=dump_golden(outcome.trace, "this run") if failure is None else "",
        trace=outcome.trace,
        lines=tuple(each.text for each in printed),
    )
    return result if failure is not None else replace(result, verdict=result.comparison.verdict)


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
