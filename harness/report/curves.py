"""The numbers behind the plots of a case: each field over steps, as documented and as measured in each style."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from harness.cases.case import Variant
from harness.cases.golden import read_golden
from harness.report.outcomes import Outcome
from harness.report.printed import alignment
from harness.words.printed import bare_number, half_unit, number_in, take_apart
from harness.words.trace import Record, Trace, Value, is_floating
from harness.words.ulps import spacing, ulps_between


def fields_of(variant: Variant, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Give the fields that have a curve: numbers other than the step, of more than one record."""
    names: dict[str, None] = {}
    for outcome in outcomes:
        if len(outcome.flat) < 2:
            continue
        for record in outcome.flat.records:
            names.update(dict.fromkeys(name for name, value in record.items() if _number(value) is not None))
    axis = _axis(variant, outcomes)
    return tuple(name for name in names if name != axis)


def curve_data(variant: Variant, outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Give what is plotted for each field, as JSON has it.

    ``x`` are the steps, or where nothing counts those the places of the records, as ``axis`` says; of each curve ``y``
    are the numbers at these (None: none, or infinite), ``text`` as they are exactly, ``fromLog`` and ``fromGolden`` say
    how far that is from what the log and the golden trace have there. The documented points come first. What several
    outcomes of one style have alike is one curve.
    """
    axis = _axis(variant, outcomes)
    documented = _documented(variant, outcomes, axis)
    return [
        each
        for field in fields_of(variant, outcomes)
        if len((each := _field(variant, field, outcomes, documented, axis))["x"]) > 1
    ]


def _axis(variant: Variant, outcomes: Sequence[Outcome]) -> str:
    """The field that numbers the records: the log's step, else a ``step`` that rises; empty where there is none."""
    if variant.step_field:
        return variant.step_field
    for outcome in outcomes:
        steps = [_number(record.get("step")) for record in outcome.flat.records]
        if any(one is None or other is None or not one < other for one, other in pairwise(steps)):
            return ""
    return "step"


def _field(
    variant: Variant,
    field: str,
    outcomes: Sequence[Outcome],
    documented: Mapping[str, Mapping[float, str]],
    axis: str,
) -> dict[str, Any]:
    measured = [(outcome, _points(axis, outcome.flat, field)) for outcome in outcomes]
    points = documented.get(field, {})
    steps = sorted({step for _, each in measured for step in each} | set(points))
    curves: dict[tuple[str, str], dict[str, Any]] = {}
    for outcome, found in measured:
        if not found:
            continue
        texts = [str(found[step].as_printed()) if step in found else "" for step in steps]
        key = (outcome.run.style.name, "\0".join(texts))
        if key in curves:
            curves[key]["releases"] += f", {outcome.releases}"
            continue
        golden = _golden(variant, outcome, field, axis)
        curves[key] = {
            "style": outcome.run.style.name,
            "releases": outcome.releases,
            "dtype": next(iter(found.values())).dtype,
            "y": [_finite(found.get(step)) for step in steps],
            "text": texts,
            "fromLog": [_from_log(found.get(step), points.get(step, "")) for step in steps],
            "fromGolden": [_from(found.get(step), _number(golden.get(step))) for step in steps],
        }
    said = [points.get(step, "") for step in steps]
    log = {"style": "documented", "releases": "", "dtype": "", "y": [_shown(text) for text in said], "text": said}
    name = "step" if axis else "record"
    return {"field": field, "axis": name, "x": steps, "curves": [*([log] if points else []), *curves.values()]}


def _documented(variant: Variant, outcomes: Sequence[Outcome], axis: str) -> dict[str, dict[float, str]]:
    """The numbers that the log prints, by field and step."""
    found: dict[str, dict[float, str]] = {}
    for step, text in _lines(variant, outcomes, axis):
        printed = variant.template.parse(text)
        for field, text in printed.items():
            bare = bare_number(text)
            numbers = take_apart(text).numbers
            if number_in(bare) is not None:
                found.setdefault(field, {})[step] = bare.strip()
            for index, number in enumerate(numbers if "[" in text else ()):
                found.setdefault(f"{field}[{index}]", {})[step] = number
    return found


def _lines(variant: Variant, outcomes: Sequence[Outcome], axis: str) -> Iterator[tuple[float, str]]:
    """The log's lines by their steps. Of a log that prints none, only those that stand where the run starts, or ends,
    are at a record that is known."""
    if variant.step_field:
        for line in variant.log.lines:
            step = number_in(variant.template.parse(line.text)[variant.step_field])
            if step is not None:
                yield step, line.text
        return
    longest = max(outcomes, key=lambda outcome: len(outcome.flat), default=None)
    if longest is None:
        return
    log = variant.log
    known = {*(log.blocks[0] if not log.open_start else ()), *(log.blocks[-1] if not log.open_end else ())}
    for line, place in alignment(variant, longest).pairs:
        if place is not None and line in known:
            yield _step(axis, longest.flat.records[place], place), line.text


def _golden(variant: Variant, outcome: Outcome, field: str, axis: str) -> Mapping[float, Value]:
    path = variant.golden_path(outcome.run.style.name)
    return _points(axis, read_golden(path), field) if path.exists() else {}


def _points(axis: str, trace: Trace, field: str) -> dict[float, Value]:
    """The values of a field by step."""
    found: dict[float, Value] = {}
    for place, record in enumerate(trace.records):
        if field in record:
            found[_step(axis, record, place)] = record[field]
    return found


def _step(axis: str, record: Record, place: int) -> float:
    step = _number(record.get(axis)) if axis else None
    return step if step is not None and math.isfinite(step) else float(place)


def _number(value: Value | None) -> float | None:
    if value is None or value.dtype in ("bool", "str") or not isinstance(value.items[0], int | float):
        return None
    try:
        return float(value.items[0])
    except OverflowError:
        return None


def _finite(value: Value | None) -> float | None:
    number = _number(value)
    return number if number is not None and math.isfinite(number) else None


def _shown(text: str) -> float | None:
    number = number_in(text) if text else None
    return number if number is not None and math.isfinite(number) else None


def _from_log(measured: Value | None, text: str) -> str:
    """The ULPs to a printed number, unless no more than its printing hides lies between."""
    number, printed = _number(measured), number_in(text) if text else None
    if measured is None or number is None or printed is None:
        return ""
    if abs(number - printed) <= half_unit(text) + (spacing(number, measured.dtype) if _is_real(measured) else 0.0):
        return "as printed"
    return _from(measured, printed)


def _from(measured: Value | None, expected: float | None) -> str:
    number = _number(measured)
    if measured is None or number is None or expected is None:
        return ""
    if not _is_real(measured):
        return "equal" if number == expected else "another"
    ulps = ulps_between(number, expected, measured.dtype)
    return "not comparable" if ulps is None else f"{ulps} ULP" if ulps else "equal"


def _is_real(value: Value) -> bool:
    return is_floating(value.dtype) and not value.dtype.startswith("complex")
