"""Comparing: a trace against a documented log, and against a golden trace. Only this module decides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from harness.judging.judge import Judgement, Tolerance, judge_printed
from harness.judging.printing import Printed, print_records
from harness.logs.documented import DocumentedLine, DocumentedLog, align
from harness.logs.template import LogTemplate
from harness.words.trace import Record, Scalar, Trace, Value, is_floating
from harness.words.ulps import relative_difference, ulps_between
from harness.words.verdict import Comparison, Divergence, Verdict, worst

DOCUMENTED = "documented log"
GOLDEN = "golden trace"
# Where the first record stands in the file of a golden trace.
GOLDEN_FIRST_LINE = 3


@dataclass(frozen=True)
class Tolerances:
    """The tolerance of each field, and the one for fields without their own."""

    default: Tolerance
    fields: Mapping[str, Tolerance]

    def of(self, field: str) -> Tolerance:
        """Give the tolerance of a field; ``w[0,1]`` has that of ``w``."""
        return self.fields.get(field.partition("[")[0], self.default)


@dataclass(frozen=True)
class _Judged:
    verdict: Verdict
    divergence: Divergence | None


def compare_with_log(
    trace: Trace,
    log: DocumentedLog,
    template: LogTemplate,
    tolerances: Tolerances,
    *,
    step_field: str | None = None,
    records: int | None = None,
    printed: Sequence[Printed] | None = None,
) -> Comparison:
    """Hold a trace against a documented log, whose lines all fit the template (else LineMismatch is raised).

    ``step_field`` is the field that numbers the lines, if one does; ``records`` the number of records that the note's
    own loop makes, which a log with elisions does not show; ``printed`` are its records as ``print_records`` gives
    them, where that was done.
    """
    judge = _LogJudge(tolerances, step_field, {line: template.parse(line.text) for line in log.lines})
    prints = print_records(template, trace) if printed is None else printed
    alignment = align(
        log,
        [printed.text for printed in prints],
        [judge.step(printed.fields) for printed in prints],
        {line.number: step for line in log.lines if (step := judge.step(judge.expected[line])) is not None},
    )
    judged: list[_Judged] = []
    for line, index in alignment.pairs:
        if index is None:
            judged.append(judge.missing(line))
        else:
            judged.append(judge.line(line, index, trace.records[index], prints[index]))
    judged += [judge.left_over(index, prints[index]) for index in alignment.left_over]
    if records is not None and records != len(trace):
        judged.append(_apart(Divergence(None, None, None, "records", str(records), str(len(trace)))))
    missing = sum(index is None for _, index in alignment.pairs)
    return _comparison(DOCUMENTED, judged, len(log.lines), missing, len(alignment.left_over))


def compare_with_trace(
    trace: Trace,
    golden: Trace,
    tolerances: Tolerances,
    *,
    step_field: str | None,
    amplified: Collection[tuple[int, str]] = (),
) -> Comparison:
    """Hold a trace against a golden trace, record by record and number by number.

    Bits that are all the same are ``identical``, numbers within the tolerance ``rounded``, all else ``diverged``: a
    field that vanished or is new, another dtype, a record too few or too many. Records are flat: ``w[0,1]`` is a field.
    What is ``amplified``, fields by the place of their golden record, differs by no more than rounding makes of it.
    """
    flat = flatten(trace)
    judged: list[_Judged] = []
    excused: dict[int, set[str]] = {}
    for place, name in amplified:
        excused.setdefault(place, set()).add(name)
    for index, expected in enumerate(golden.records):
        step = _step(expected, step_field)
        if index < len(flat):
            judged.append(_judge_record(index, step, flat.records[index], expected, tolerances, excused.get(index, ())))
        else:
            line = index + GOLDEN_FIRST_LINE
            judged.append(_apart(Divergence(line, None, step, "record", "a record", "no record")))
    for index in range(len(golden), len(flat)):
        step = _step(flat.records[index], step_field)
        judged.append(_apart(Divergence(None, index, step, "record", "no more records", "a record left over")))
    missing = max(0, len(golden) - len(flat))
    return _comparison(GOLDEN, judged, len(golden), missing, max(0, len(flat) - len(golden)))


def flatten(trace: Trace) -> Trace:
    """Give the same trace with a field of its own for every element of an array."""
    return Trace(
        tuple(
            {name: element for field, value in record.items() for name, element in value.elements(field)}
            for record in trace.records
        )
    )


@dataclass(frozen=True)
class _LogJudge:
    """Judges what was printed for a record against the line that the log has for it."""

    tolerances: Tolerances
    step_field: str | None
    expected: Mapping[DocumentedLine, Mapping[str, str]]

    def step(self, fields: Mapping[str, str] | None) -> str | None:
        return fields[self.step_field] if fields is not None and self.step_field is not None else None

    def missing(self, line: DocumentedLine) -> _Judged:
        step = self.step(self.expected[line])
        return _apart(Divergence(line.number, None, step, "line", line.text, "no such line"))

    def left_over(self, index: int, printed: Printed) -> _Judged:
        return _apart(Divergence(None, index, self.step(printed.fields), "line", "no more lines", printed.text))

    def line(self, line: DocumentedLine, index: int, record: Record, printed: Printed) -> _Judged:
        expected = self.expected[line]
        whole = Divergence(line.number, index, self.step(expected), "line", line.text, printed.text)
        if printed.fields is None:
            return _apart(whole)
        if printed.text == line.text:
            return _Judged(Verdict.IDENTICAL, None)
        found: list[_Judged] = []
        for field, text in expected.items():
            measured = printed.fields[field]
            judgement = judge_printed(text, record[field], measured, self.tolerances.of(field))
            if judgement.verdict is not Verdict.IDENTICAL:
                found.append(_judged(judgement, replace(whole, field=field, expected=text, measured=measured)))
        # All fields are printed alike, so the template's own text is not what the note has: white space.
        return _first_worst(found) if found else _Judged(Verdict.REFORMATTED, whole)


def _step(record: Record, step_field: str | None) -> str | None:
    value = record.get(step_field) if step_field else None
    return None if value is None else str(value.as_printed())


def _judge_record(
    index: int,
    step: str | None,
    record: Record,
    expected: Record,
    tolerances: Tolerances,
    amplified: Collection[str],
) -> _Judged:
    found: list[_Judged] = []
    for name in dict.fromkeys([*expected, *record]):
        line = index + GOLDEN_FIRST_LINE
        place = Divergence(line, index, step, name, _shown(expected.get(name)), _shown(record.get(name)))
        if name not in expected or name not in record:
            found.append(_apart(place))
            continue
        ours, theirs = record[name], expected[name]
        if ours.dtype != theirs.dtype:
            typed = replace(
                place, expected=f"{place.expected} ({theirs.dtype})", measured=f"{place.measured} ({ours.dtype})"
            )
            found.append(_apart(typed))
        else:
            judgement = _judge_bits(ours, theirs, tolerances.of(name))
            if judgement.verdict is Verdict.DIVERGED and name in amplified:
                judgement = replace(judgement, verdict=Verdict.AMPLIFIED)
            if judgement.verdict is not Verdict.IDENTICAL:
                found.append(_judged(judgement, place))
    return _first_worst(found) if found else _Judged(Verdict.IDENTICAL, None)


def _judge_bits(measured: Value, expected: Value, tolerance: Tolerance) -> Judgement:
    ours, theirs = measured.items[0], expected.items[0]
    if _same_bits(ours, theirs):
        return Judgement(Verdict.IDENTICAL)
    if isinstance(ours, bool | str | complex) or isinstance(theirs, bool | str | complex):
        return Judgement(Verdict.DIVERGED)
    near = tolerance.allows(ours, theirs, measured.dtype)
    ulps = ulps_between(ours, theirs, measured.dtype) if is_floating(measured.dtype) else None
    relative = relative_difference(ours, theirs)
    return Judgement(Verdict.ROUNDED if near else Verdict.DIVERGED, ulps, relative)


def _same_bits(left: Scalar, right: Scalar) -> bool:
    return repr(left) == repr(right)


def _shown(value: Value | None) -> str:
    return "no such field" if value is None else str(value.as_printed())


def _apart(place: Divergence) -> _Judged:
    return _Judged(Verdict.DIVERGED, place)


def _judged(judgement: Judgement, place: Divergence) -> _Judged:
    return _Judged(judgement.verdict, replace(place, ulps=judgement.ulps, relative=judgement.relative))


def _first_worst(found: Sequence[_Judged]) -> _Judged:
    verdict = worst(*(judged.verdict for judged in found))
    return next(judged for judged in found if judged.verdict is verdict)


def _comparison(baseline: str, judged: Sequence[_Judged], expected: int, missing: int, left_over: int) -> Comparison:
    verdict = worst(*(each.verdict for each in judged))
    first = next((each.divergence for each in judged if not each.verdict.passes), None) or next(
        (each.divergence for each in judged if each.divergence is not None), None
    )
    agreeing = sum(each.verdict.passes for each in judged)
    return Comparison(baseline, verdict, agreeing, expected, missing, left_over, first)
