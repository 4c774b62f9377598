"""A result that does not pass, in words: verdict, place, the lines around it, what the process said."""

from harness.cases.run import Run
from harness.judging.traces import DOCUMENTED
from harness.results.finding_text import diagnosis_text
from harness.results.result import Result

_CONTEXT = 2


def describe(run: Run, result: Result) -> str:
    """Give several lines that say what is wrong with a run and where to look."""
    head = (
        f"{result.subject} {result.style}: {result.verdict}, "
        f"{result.by_log.agreeing} of {result.by_log.expected} documented lines agree"
    )
    parts = [head]
    if result.explanation():
        parts.append(f"  {result.explanation()}")
    if result.failure is not None:
        parts += [f"    {line}" for line in result.failure.detail.splitlines()]
    else:
        parts += _lines_around(run, result)
    parts += [f"  {line}" for line in diagnosis_text(result.diagnosis)]
    parts.append(f"  script         {run.style.script}")
    parts.append(f"  documented log {run.variant.log_path}")
    if result.by_golden is not None:
        parts.append(f"  golden trace   {run.variant.golden_path(run.style.name)}")
    return "\n".join(parts)


def _lines_around(run: Run, result: Result) -> list[str]:
    """The documented line of the first divergence with its neighbours, and what was measured in its place."""
    first = result.comparison.first
    if first is None or first.line is None or result.comparison.baseline != DOCUMENTED:
        return []
    shown = []
    for line in run.variant.log.lines:
        if abs(line.number - first.line) > _CONTEXT:
            continue
        mark = ">" if line.number == first.line else " "
        shown.append(f"  {mark} documented {line.number:>4}  {line.text}")
        if line.number == first.line:
            measured = result.lines[first.record] if first.record is not None else "(no such line)"
            shown.append(f"  > measured         {measured}")
    return shown
