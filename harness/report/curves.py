"""The numbers behind the plots of a case: each field over steps, as documented and as measured in each style."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from harness.cases.case import Variant
from harness.cases.golden import read_golden
from harness.report.outcomes import Outcome
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
    return tuple(name for name in names if name != variant.step_field)


def curve_data(variant: Variant, outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Give what is plotted for each field, as JSON has it.

    ``x`` are the steps; of each curve ``y`` are the numbers at these (None: none, or infinite), ``text`` as they are
    exactly, ``fromLog`` and ``fromGolden`` say how far that is from what the log and the golden trace have there. The
    documented points come first. What several outcomes of one style have alike is one curve.
    """
    documented = _documented(variant)
    return [
        each
        for field in fields_of(variant, outcomes)
        if len((each := _field(variant, field, outcomes, documented))["x"]) > 1
    ]


def _field(
    variant: Variant, field: str, outcomes: Sequence[Outcome], documented: Mapping[str, Mapping[float, str]]
) -> dict[str, Any]:
    measured = [(outcome, _points(variant, outcome.flat, field)) for outcome in outcomes]
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
        golden = _golden(variant, outcome, field)
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
    return {"field": field, "x": steps, "curves": [*([log] if points else []), *curves.values()]}


def _documented(variant: Variant) -> dict[str, dict[float, str]]:
    """The numbers that the log prints, by field and step; of a log without steps, and with lines left out, only those
    before the first such place are at a step that is known."""
    found: dict[str, dict[float, str]] = {}
    lines = variant.log.blocks[0] if not variant.step_field and not variant.log.open_start else variant.log.lines
    for place, line in enumerate(lines if variant.step_field or not variant.log.open_start else ()):
        printed = variant.template.parse(line.text)
        step = number_in(printed[variant.step_field]) if variant.step_field else float(place)
        if step is None:
            continue
        for field, text in printed.items():
            bare = bare_number(text)
            numbers = take_apart(text).numbers
            if number_in(bare) is not None:
                found.setdefault(field, {})[step] = bare.strip()
            for index, number in enumerate(numbers if "[" in text else ()):
                found.setdefault(f"{field}[{index}]", {})[step] = number
    return found


def _golden(variant: Variant, outcome: Outcome, field: str) -> Mapping[float, Value]:
    path = variant.golden_path(outcome.run.style.name)
    return _points(variant, read_golden(path), field) if path.exists() else {}


def _points(variant: Variant, trace: Trace, field: str) -> dict[float, Value]:
    """The values of a field by step."""
    found: dict[float, Value] = {}
    for place, record in enumerate(trace.records):
        if field in record:
            found[_step(variant, record, place)] = record[field]
    return found


def _step(variant: Variant, record: Record, place: int) -> float:
    step = _number(record.get(variant.step_field)) if variant.step_field else None
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
