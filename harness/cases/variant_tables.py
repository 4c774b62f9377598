"""Reading the variants of a ``case.toml``: template, parameters, tolerances and the log that belongs to each."""

import datetime
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.cases.case import DOCUMENTED_FILE, Style, Variant
from harness.files.toml_table import Table
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.logs.documented import DocumentedLog, parse_documented
from harness.logs.template import LineMismatch, LogTemplate, TemplateError, parse_template
from harness.words.errors import UsageError, near, not_utf_8

# A plain script's output is its log: every line is one field.
PLAIN_TEMPLATE = "%(line)s"
_NAME = re.compile(r"[a-z0-9][a-z0-9_]*")


def read_variants(table: Table, golden: Path, styles: tuple[Style, ...]) -> tuple[Variant, ...]:
    """Give the variants of a case's table, with their documented logs: what the case says holds for each that does not
    say otherwise.

    Raises
    ------
    UsageError
        A mistake in the table or in a log, with file and line.
    """
    common = _variant(table, "", golden, styles, None)
    entries = table.table("variants")
    variants = []
    for name in entries:
        if not _NAME.fullmatch(name):
            message = f"a variant's name is lower case, digits and _, not {name!r}"
            raise UsageError(message, table.path, entries.line(name))
        entry = entries.table(name)
        variants.append(_variant(entry, name, golden / name, styles, common))
        entry.finish()
    if not variants:
        return (replace(common, log=_documented(common.log_path, common.template)),)
    return tuple(replace(variant, log=_documented(variant.log_path, variant.template)) for variant in variants)


def _variant(table: Table, name: str, golden: Path, styles: tuple[Style, ...], common: Variant | None) -> Variant:
    """One variant, its log not yet read."""
    template = _template(table, common)
    names = table.take("only_styles", list, [style.name for style in styles])
    known = [style.name for style in styles]
    if not names:
        raise UsageError("'only_styles' names no style; leave it out for all", table.path, table.line("only_styles"))
    for style in names:
        if style not in known:
            advice = near(str(style), known) or f"; it has: {', '.join(known)}"
            message = f"the case has no style {style!r}{advice}"
            raise UsageError(message, table.path, table.line("only_styles"))
    return Variant(
        name=name,
        parameters={**(common.parameters if common else {}), **_parameters(table.table("parameters"))},
        template=template,
        step_field=_step_field(table, template, common),
        records=_records(table, common),
        derived=table.take("derived", str, common.derived if common else None),
        slow=table.take("slow", bool, common.slow if common else False),
        styles=tuple(style for style in styles if style.name in names),
        tolerances=_tolerances(table.table("tolerance"), template.fields, common.tolerances if common else None),
        log=DocumentedLog(()),
        log_path=golden / DOCUMENTED_FILE,
        golden_folder=golden,
    )


def _template(table: Table, common: Variant | None) -> LogTemplate:
    if common is not None and "template" not in table.values:
        return common.template
    try:
        return parse_template(table.take("template", str, PLAIN_TEMPLATE))
    except TemplateError as error:
        raise UsageError(str(error), table.path, table.line("template")) from None


def _step_field(table: Table, template: LogTemplate, common: Variant | None) -> str | None:
    inherited = common.step_field if common is not None else "step"
    default = inherited if inherited in template.fields else None
    field: str | None = table.take("step", str, default)
    if field is not None and field not in template.fields:
        advice = near(field, template.fields) or f"; it has: {', '.join(template.fields)}"
        raise UsageError(f"the template has no field {field!r}{advice}", table.path, table.line("step"))
    return field


def _tolerances(table: Table, known: Sequence[str], common: Tolerances | None) -> Tolerances:
    """Tolerances by field; what the table does not say is as in ``common``."""
    fields: dict[str, Tolerance] = dict(common.fields) if common is not None else {}
    default = common.default if common is not None else Tolerance()
    for name in table:
        if name != "default" and name not in known:
            advice = near(name, [*known, "default"]) or f"; it has: {', '.join(known)}"
            raise UsageError(f"the template has no field {name!r}{advice}", table.path, table.line(name))
        fields[name] = _tolerance(table.table(name))
    return Tolerances(fields.pop("default", default), fields)


def _tolerance(table: Table) -> Tolerance:
    usual = Tolerance()
    tolerance = Tolerance(
        table.take("ulps", int, usual.ulps),
        table.take("relative", float, usual.relative),
        table.take("absolute", float, usual.absolute),
    )
    table.finish()
    for key in table:
        bound = getattr(tolerance, key)
        if not 0 <= bound < math.inf:
            raise UsageError(f"{key!r} should be 0 or above, not {bound}", table.path, table.line(key))
    return tolerance


def _parameters(table: Table) -> Mapping[str, Any]:
    """What ``trace`` is called with. It goes to the target as JSON, which has no dates."""
    for key, value in table.values.items():
        for dated in _dates(value):
            message = f'{key!r} cannot be a date or a time, which no parameter can be; write it as a text: "{dated}"'
            raise UsageError(message, table.path, table.line(key))
    return table.values


def _dates(value: Any) -> Iterator[datetime.date | datetime.time]:
    if isinstance(value, datetime.date | datetime.time):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _dates(inner)


def _records(table: Table, common: Variant | None) -> int | None:
    records: int | None = table.take("records", int, common.records if common else None)
    if records is not None and records < 1:
        raise UsageError(f"'records' should be 1 or more, not {records}", table.path, table.line("records"))
    return records


def _documented(path: Path, template: LogTemplate) -> DocumentedLog:
    try:
        log = parse_documented(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"the documented log cannot be read: {error.strerror}; write the lines that the note printed into it"
        raise UsageError(message, path) from None
    except UnicodeDecodeError as error:
        raise not_utf_8(error, path) from None
    if not log.lines:
        raise UsageError("the documented log has no line", path, 1)
    for line in log.lines:
        try:
            template.parse(line.text)
        except LineMismatch as error:
            raise UsageError(str(error), path, line.number) from None
    return log
