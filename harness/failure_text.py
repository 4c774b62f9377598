"""A result that does not pass, in words: verdict, place, the lines around it, what the process said."""

from harness.result import Result, Run

_CONTEXT = 2


def describe(run: Run, result: Result) -> str:
    """Give several lines that say what is wrong with a run and where to look."""
    head = (
        f"{result.subject} {result.style}: {result.verdict}, "
        f"{result.agreeing} of {result.documented} documented lines agree"
    )
    parts = [head]
    if result.explanation():
        parts.append(f"  {result.explanation()}")
    if result.failure is not None:
        parts += [f"    {line}" for line in result.failure.detail.splitlines()]
    else:
        parts += _lines_around(run, result)
    parts.append(f"  script         {run.style.script}")
    parts.append(f"  documented log {run.variant.log_path}")
    return "\n".join(parts)


def _lines_around(run: Run, result: Result) -> list[str]:
    """The documented line of the first divergence with its neighbours, and what was measured in its place."""
    first = result.first
    if first is None or first.record is None or result.baseline != "documented log":
        return []
    shown = []
    for number, line in enumerate(run.variant.log.lines):
        if first.line is not None and abs(line.number - first.line) <= _CONTEXT:
            mark = ">" if line.number == first.line else " "
            shown.append(f"  {mark} documented {run.variant.log.lines[number].number:>4}  {line.text}")
            if mark == ">":
                shown.append(f"  > measured         {result.lines[first.record]}")
    return shown
