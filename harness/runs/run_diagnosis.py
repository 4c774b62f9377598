"""Why a case's run does not give what it should: the run against its golden trace, or its documented log."""

from collections.abc import Sequence
from dataclasses import replace

from harness.cases.golden import read_golden
from harness.cases.run import Run
from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.printing import render
from harness.logs.documented import align
from harness.logs.formats import slacks_of_column
from harness.results.result import Result
from harness.targets.outcome import Outcome
from harness.targets.target import Request, Target
from harness.words.finding import Diagnosis
from harness.words.printed import number_in
from harness.words.series import Number, Series


def diagnose_run(
    run: Run, outcome: Outcome, result: Result, target: Target, request: Request, laboratory: Laboratory | None
) -> Diagnosis:
    """Give the likeliest causes why a run with this outcome and result does not pass; none where none is known.

    Raises UsageError for a golden trace that cannot be read.
    """
    origin = Origin(target.python, request, run.variant.template)
    right = side_of_outcome(f"{target.name} {run.style.name}", target, origin, outcome, result.lines)
    # As the run was judged: two sides are held against each other less strictly, in dtype and in fields.
    comparison = replace(result.comparison, verdict=result.verdict)
    return look_for_causes(gather(_expected(run, right), right, run.variant.tolerances, comparison), laboratory)


def _expected(run: Run, measured: Side) -> Side:
    """What should come out, as exactly as it is known: the style's golden trace, or that of another style, whose script
    is then the one to hold the port against; only then the log, which leaves digits and often lines out."""
    own, *others = sorted(run.variant.styles, key=lambda style: style.name != run.style.name)
    for style in (own, *others):
        path = run.variant.golden_path(style.name)
        if path.exists():
            trace = read_golden(path)
            lines = tuple(render(run.variant.template, record) for record in trace.records)
            source = style.script.read_text(encoding="utf-8", errors="replace") if style is not own else ""
            return Side(f"the golden trace of {style.name} style", lines, trace, source=source)
    return _documented(run, measured)


def _documented(run: Run, measured: Side) -> Side:
    """The documented log, each line at the place in the run that it stands for."""
    variant = run.variant
    steps = [_step(run, line) for line in measured.lines]
    known = {line.number: step for line in variant.log.lines if (step := _step(run, line.text)) is not None}
    pairs = align(variant.log, measured.lines, steps, known).pairs
    missing = len(measured.lines)
    places = tuple(missing + line.number if index is None else index for line, index in pairs)
    texts = [line.text for line, _ in pairs]
    return Side("the documented log", tuple(texts), positions=places, series=_series(run, texts, places))


def _series(run: Run, lines: Sequence[str], places: Sequence[int]) -> tuple[Series, ...]:
    """The numbers that the lines print, by the names of the template."""
    rows = [run.variant.template.parse(line) for line in lines]
    found = []
    for name in run.variant.template.fields:
        texts = [row[name] for row in rows]
        if not texts or any(number_in(text) is None for text in texts):
            continue
        printed = list(dict.fromkeys(texts))
        slacks = dict(zip(printed, slacks_of_column(printed, repeated=len(texts) > 1), strict=True))
        numbers = tuple(
            Number(place, float(text), slacks[text], text) for place, text in zip(places, texts, strict=True)
        )
        found.append(Series(name, "", numbers))
    return tuple(found)


def _step(run: Run, line: str) -> str | None:
    field = run.variant.step_field
    try:
        return run.variant.template.parse(line).get(field) if field is not None else None
    except ValueError:
        return None
