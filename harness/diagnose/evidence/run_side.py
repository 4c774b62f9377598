"""What a run gave, as one side of a comparison."""

from collections.abc import Sequence

from harness.diagnose.evidence.evidence import Origin, Side
from harness.judging.printing import render
from harness.judging.traces import flatten
from harness.logs.output import bounded
from harness.logs.template import LogTemplate
from harness.targets.outcome import Entry, Outcome
from harness.targets.target import Target
from harness.words.trace import Record, Trace


def side_of_outcome(name: str, target: Target, origin: Origin, outcome: Outcome, lines: Sequence[str] = ()) -> Side:
    """Give what a run of ``origin`` in ``target`` gave, with what there was before it failed.

    Its lines are its records as the template of ``origin`` prints them (``w: 2.6, loss: 12.96`` without one), or what a
    script without ``trace`` printed; ``lines`` are those of the records, where they have been rendered already.
    """
    trace = outcome.trace if outcome.entry is Entry.TRACE else None
    printed, rest = bounded(outcome.printed) if trace is None else ((), ())
    return Side(
        name,
        printed if trace is None else tuple(lines) or _lines(origin.template, trace),
        trace,
        source=_source(origin),
        tensorflow=target.tensorflow,
        python=str(target.facts.get("python", "")),
        numpy=str(target.facts.get("numpy", "")),
        failure=outcome.failure,
        stderr=outcome.stderr,
        origin=origin,
        cut=outcome.cut,
        effects=outcome.effects,
        seconds=outcome.seconds,
        seen=outcome.seen,
        rest=rest,
        asked=outcome.asked,
    )


def _lines(template: LogTemplate | None, trace: Trace) -> tuple[str, ...]:
    if template is not None:
        return tuple(render(template, record) for record in trace.records)
    return tuple(_plain(record) for record in flatten(trace).records)


def _plain(record: Record) -> str:
    return ", ".join(f"{name}: {value.as_printed()}" for name, value in record.items())


def _source(origin: Origin) -> str:
    if origin.request.source is not None:
        return origin.request.source
    try:
        return origin.request.script.read_text(encoding="utf-8", errors="replace")
    except OSError:  # the run has failed for the same reason, and says so
        return ""
