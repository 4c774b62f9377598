"""Records as the template of a note prints them."""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.logs.template import LineMismatch, LogTemplate
from harness.words.trace import Record, Trace


@dataclass(frozen=True)
class Printed:
    """A record as a line, and its fields as printed; None for a record that the template cannot print."""

    text: str
    fields: Mapping[str, str] | None


def print_records(template: LogTemplate, trace: Trace) -> tuple[Printed, ...]:
    """Give each record as the template prints it."""
    return tuple(_print(template, record) for record in trace.records)


def render(template: LogTemplate, record: Record) -> str:
    """Give a record as the template prints it, or in brackets why it cannot."""
    return _print(template, record).text


def _print(template: LogTemplate, record: Record) -> Printed:
    try:
        text = template.render({name: value.as_printed() for name, value in record.items()}).rstrip()
    except KeyError as error:
        return Printed(f"(the record has no field {error.args[0]!r})", None)
    except (TypeError, ValueError, OverflowError) as error:
        return Printed(f"(the template cannot print the record: {error})", None)
    try:
        return Printed(text, template.parse(text))
    except LineMismatch:
        return Printed(text, None)
