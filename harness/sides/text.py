"""Two sides and what came of holding them against each other, in words and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from harness import __version__
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison
from harness.judging.line_comparison import LineComparison, LogLine
from harness.logs.pair import Alone
from harness.results.codec import encode
from harness.results.finding_text import diagnosis_text
from harness.sides.arrays.written import FileComparison, files_document, files_text
from harness.sides.look import Looked, looked_document, looked_text
from harness.sides.nothing_compared import was_nothing_compared
from harness.sides.observing.unlike import unlike_text
from harness.sides.ordered import Ordered, ordered_document, ordered_text
from harness.sides.run import Sides
from harness.sides.run_text import advice_text, cut_text, effects_text, failure_text
from harness.words.cut import cut, first_difference
from harness.words.finding import Diagnosis
from harness.words.verdict import Divergence

SCHEMA = 1
# The lines before and behind the one that differs.
_CONTEXT = 1
_MOST_LINES = 5
_MOST_NUMBERS = 3


def sides_text(
    sides: Sides,
    held: SideComparison,
    diagnosis: Diagnosis,
    files: tuple[FileComparison, ...] = (),
    kept: Path | None = None,
    looked: Looked | None = None,
    order: Ordered | None = None,
) -> list[str]:
    """Give the lines that say it: who was compared, the verdict, in which order of what races, where they first differ,
    what was left aside, what they wrote, why."""
    comparison, lines = held.comparison, held.lines
    looked = looked or Looked()
    agrees = comparison.verdict.passes or bool(looked.otherwise)
    text = [f"left   {_side(sides.left)}", f"right  {_side(sides.right)}"]
    otherwise = f", but {looked.otherwise}" if looked.otherwise else ""
    text.append(f"{comparison.verdict}: {_counts(held)}{otherwise}")
    text += ordered_text(order)
    for name, side in (("left", sides.left), ("right", sides.right)):
        text += failure_text(name, side)
        text += cut_text(name, side)
    if comparison.first is not None:
        text.append(f"first difference: {comparison.first}")
        text += _around(sides, comparison.first)
    text += looked_text(looked, passes=agrees)
    if lines is None:
        text += _lone_fields("left", sides.left, sides.right) + _lone_fields("right", sides.right, sides.left)
    else:
        text += _named("only on the left", lines.missing)
        text += _named("only on the right", lines.left_over)
        text += _named("only on the left, nothing to compare", lines.extra_left)
        text += _named("only on the right, nothing to compare", lines.extra_right)
        text += [
            f"{each.name}: {each.left} against {each.right}, and so {each.more:+d} in all {each.rows} lines"
            for each in lines.renumbered
        ]
        text += _beyond(sides, held)
        if was_nothing_compared(sides, held):
            text.append("no number was compared before a side was stopped: give both more time, --within 300s")
        elif agrees and not any(match.fields for match in lines.matching.rows):
            text.append("no number was compared: no line has one that both sides print")
        text += _not_judged(lines)
        text += [_alone(each) for each in lines.alone]
    for name, side in (("left", sides.left), ("right", sides.right)):
        text += effects_text(f"the {name} side", side, kept / name if kept is not None else None)
    text += files_text(files)
    text += [] if agrees and not diagnosis.findings else diagnosis_text(diagnosis)
    if not diagnosis.explains_all:
        text += unlike_text(looked.unlike)
    return text + [line for side in (sides.left, sides.right) for line in advice_text(side)]


def _alone(alone: Alone) -> str:
    if alone.varies:
        return f"only on the {alone.side}, shown by fit in {alone.rows} lines, not judged: {alone.name}"
    return f"only on the {alone.side}, the same in all {alone.rows} lines, not judged: {alone.name} {alone.text}"


def as_document(
    sides: Sides,
    held: SideComparison,
    diagnosis: Diagnosis,
    files: tuple[FileComparison, ...] = (),
    looked: Looked | None = None,
    order: Ordered | None = None,
) -> dict[str, Any]:
    """Give the same for ``--json``, with every line and number that was left aside."""
    return {
        "schema": SCHEMA,
        "harness": __version__,
        "left": _encoded(sides.left),
        "right": _encoded(sides.right),
        **asdict(held.comparison),
        "lines": _aside(held.lines) if held.lines is not None else {},
        "files": files_document(files),
        **ordered_document(order),
        **looked_document(looked or Looked()),
        **encode(diagnosis),
    }


def _aside(lines: LineComparison) -> dict[str, Any]:
    """What was left aside, by name."""
    parts: dict[str, tuple[Any, ...]] = {
        "missing": lines.missing,
        "left_over": lines.left_over,
        "extra_left": lines.extra_left,
        "extra_right": lines.extra_right,
        "not_shown": lines.not_shown,
        "noise": lines.noise,
        "alone": lines.alone,
        "renumbered": lines.renumbered,
    }
    return {name: [asdict(each) for each in found] for name, found in parts.items()}


def _beyond(sides: Sides, held: SideComparison) -> Iterator[str]:
    """What of very long logs was compared."""
    left, right = (len(side.lines) + len(side.rest) for side in (sides.left, sides.right))
    if not (sides.left.rest or sides.right.rest):
        return
    says = "those behind them are the same, character for character"
    if not held.rest_is_same:
        says = "those behind them were not, and are not the same"
    most = max(len(sides.left.lines), len(sides.right.lines))
    yield f"the first {most} lines were compared, of {left} and {right}; {says}"


def _encoded(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "tensorflow": side.tensorflow,
        "python": side.python,
        "numpy": side.numpy,
        "failure": asdict(side.failure) if side.failure is not None else None,
        "cut": side.cut,
        "seconds": side.seconds,
        "effects": asdict(side.effects) if side.effects is not None else None,
        "lines": list(side.lines),
    }


def _side(side: Side) -> str:
    if not side.tensorflow:
        return f"{side.name}  (a log)"
    return f"{side.name}  TensorFlow {side.tensorflow}, Python {side.python}, NumPy {side.numpy}"


def _counts(held: SideComparison) -> str:
    comparison = held.comparison
    what = "records" if held.lines is None else "lines"
    parts = [f"{comparison.agreeing} of {comparison.expected} {what} agree"]
    if comparison.missing:
        parts.append(f"{comparison.missing} only on the left")
    if comparison.left_over:
        parts.append(f"{comparison.left_over} only on the right")
    return ", ".join(parts)


def _around(sides: Sides, first: Divergence) -> Iterator[str]:
    left, right = None if first.line is None else first.line - 1, first.record
    told = [
        lines[place] if place is not None and place < len(lines) else ""
        for lines, place in ((sides.left.lines, left), (sides.right.lines, right))
    ]
    at = first_difference(*told)
    yield from _excerpt("left", sides.left.lines, left, at)
    yield from _excerpt("right", sides.right.lines, right, at)


def _excerpt(name: str, lines: Sequence[str], place: int | None, column: int) -> Iterator[str]:
    if place is None or place >= len(lines):
        yield f"  > {name:<5}       (no such line)"
        return
    for at in range(max(0, place - _CONTEXT), min(len(lines), place + _CONTEXT + 1)):
        shown = cut(lines[at], column if at == place else 0)
        yield f"  {'>' if at == place else ' '} {name:<5} {at + 1:>4}  {shown}"


def _lone_fields(name: str, side: Side, other: Side) -> list[str]:
    if side.trace is None or other.trace is None:
        return []
    lone = [field for field in side.trace.fields() if field not in other.trace.fields()]
    return [f"only on the {name}, nothing to compare: {', '.join(lone)}"] if lone else []


def _named(title: str, lines: Sequence[LogLine]) -> Iterator[str]:
    if not lines:
        return
    yield f"{title}: {len(lines)} line{'s' if len(lines) != 1 else ''}"
    for line in lines[:_MOST_LINES]:
        first, _, more = line.text.partition("\n")
        yield f"    {line.number:>4}  {cut(first)}{' ...' if more else ''}"
    if len(lines) > _MOST_LINES:
        yield f"    and {len(lines) - _MOST_LINES} more"


def _not_judged(lines: LineComparison) -> Iterator[str]:
    if not lines.noise:
        return
    shown = [f"{each.name} {each.left} against {each.right} (line {each.line})" for each in lines.noise]
    more = f" and {len(shown) - _MOST_NUMBERS} more" if len(shown) > _MOST_NUMBERS else ""
    yield f"not judged: {', '.join(shown[:_MOST_NUMBERS])}{more}"
