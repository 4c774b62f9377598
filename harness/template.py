"""Log templates: the note's own ``%``-format with field names; renders a record, parses a line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_CONVERSION = re.compile(
    r"%(?:\((?P<name>[^)]*)\))?(?P<flags>[#0\- +]*)(?P<width>\d*)(?:\.(?P<precision>\d+))?[hlL]?(?P<kind>[a-zA-Z%])"
)
_NUMBER = r"[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|inf|nan|INF|NAN)"
# A bracketed array or a word first; anything at all where neither fits the rest of the line.
_TEXT = r"\[.*\]|\S+?|.+?"


class TemplateError(ValueError):
    """The template cannot be used; the message says why."""


class LineMismatch(ValueError):
    """A line is not one that the template prints."""


@dataclass(frozen=True)
class LogTemplate:
    """A ``%``-format whose conversions all have names: ``After %(step)s steps: w is %(w)f``.

    ``fields`` are the names in the order of the line; ``text`` is the format as the case gives it.
    """

    text: str
    fields: tuple[str, ...]
    pattern: re.Pattern[str]

    def render(self, values: Mapping[str, object]) -> str:
        """Give the line that Python prints for these values. Raises KeyError for a field that is missing, TypeError
        or ValueError for a value that its conversion cannot print."""
        return self.text % values

    def parse(self, line: str) -> dict[str, str]:
        """Give the printed text of each field. Raises LineMismatch if the template cannot have printed the line."""
        match = self.pattern.fullmatch(line)
        if match is None:
            raise LineMismatch(f"the line does not fit the template {self.text!r}: {line!r}")
        return {name: text.strip() for name, text in zip(self.fields, match.groups(), strict=True)}


def parse_template(text: str) -> LogTemplate:
    """Give the template for a ``%``-format. Raises TemplateError, with the reason, for one that names no field, names
    one twice, leaves one unnamed, or has a conversion that Python does not know."""
    fields: list[str] = []
    pattern = ""
    end = 0
    for match in _CONVERSION.finditer(text):
        literal = text[end : match.start()]
        _check_literal(literal, text)
        pattern += re.escape(literal)
        end = match.end()
        if match["kind"] == "%":
            pattern += "%"
            continue
        pattern += _field_pattern(match, text)
        if match["name"] in fields:
            raise TemplateError(f"the template {text!r} names the field {match['name']!r} twice")
        fields.append(match["name"])
    _check_literal(text[end:], text)
    if not fields:
        raise TemplateError(f"the template {text!r} names no field; write one like %(w)s")
    if "\n" in text:
        raise TemplateError("a template is one line of a log; this one has a line break")
    return LogTemplate(text, tuple(fields), re.compile(pattern + re.escape(text[end:])))


def _check_literal(literal: str, text: str) -> None:
    if "%" in literal:
        raise TemplateError(f"the template {text!r} has a stray %; write %% for a percent sign")


def _field_pattern(match: re.Match[str], text: str) -> str:
    if not match["name"]:
        raise TemplateError(
            f"the conversion {match[0]!r} in the template {text!r} has no name; write %(name){match[0][1:]}"
        )
    if match["kind"] in "diouxX":
        return r"( *[+-]?[0-9a-fA-F]+ *)"
    if match["kind"] in "eEfFgG":
        return rf"( *{_NUMBER} *)"
    if match["kind"] in "sra":
        return rf"( *(?:{_TEXT}) *)" if match["width"] else rf"({_TEXT})"
    raise TemplateError(f"Python knows no conversion %{match['kind']} (in the template {text!r})")
