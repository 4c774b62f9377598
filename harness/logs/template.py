"""Log templates: the note's own ``%``-format with field names; renders a record, parses a line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from harness.words.printed import FINITE

_CONVERSION = re.compile(
    r"%(?:\((?P<name>[^)]*)\))?(?P<flags>[#0\- +]*)(?P<width>\d*)(?:\.(?P<precision>\d*))?[hlL]?(?P<kind>[a-zA-Z%])"
)
_NUMBER = rf"[+-]?(?:{FINITE}|0*(?:inf|nan|INF|NAN))"
_FLOATING = "eEfFgG"
_SHOWN = 60
# No line of a log is wider; Python would print gigabytes, or take for ever.
_WIDEST = 1000
_NUMERIC = "diuoxX" + _FLOATING
# A bracketed array, flat or nested, or a word first; anything at all where none fits the rest of the line.
_TEXT = r"\[[^\[\]]*\]|\[.*\]|\S+?|.+?"
_QUOTED = r"""'[^']*'|"[^"]*\""""


class TemplateError(ValueError):
    """The template cannot be used; the message says why."""


class LineMismatch(ValueError):  # noqa: N818  (an outcome, not always an error)
    """A line is not one that the template prints."""


@dataclass(frozen=True)
class LogTemplate:
    """A ``%``-format whose conversions all have names: ``After %(step)s steps: w is %(w)f``.

    ``fields`` are the names in the order of the line, ``numeric`` those that a number conversion prints; ``text`` is
    the format as the case gives it. White space at the end of a line does not count.
    """

    text: str
    fields: tuple[str, ...]
    numeric: frozenset[str]
    pattern: re.Pattern[str]

    def render(self, values: Mapping[str, object]) -> str:
        """Give the line that Python prints for these values. Raises KeyError for a field that is missing, TypeError,
        ValueError or OverflowError for a value that its conversion cannot print."""
        return self.text % {name: _single(value) if name in self.numeric else value for name, value in values.items()}

    def parse(self, line: str) -> dict[str, str]:
        """Give the printed text of each field. Raises LineMismatch if the template cannot have printed the line."""
        match = self.pattern.fullmatch(line.rstrip())
        if match is None:
            raise LineMismatch(f"the line does not fit the template {self.text!r}: {line!r}")
        return {name: text.strip() for name, text in zip(self.fields, match.groups(), strict=True)}


def parse_template(text: str) -> LogTemplate:
    """Give the template for a ``%``-format. Raises TemplateError, with the reason, for one that names no field, names
    one twice, leaves one unnamed, or has a conversion that Python does not know."""
    fields: list[str] = []
    numeric: set[str] = set()
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
        if match["kind"] in _NUMERIC:
            numeric.add(match["name"])
    _check_literal(text[end:], text)
    if not fields:
        raise TemplateError(f"the template {text!r} names no field; write one like %(w)s")
    if "\n" in text:
        raise TemplateError("a template is one line of a log; this one has a line break")
    return LogTemplate(text, tuple(fields), frozenset(numeric), re.compile(pattern + re.escape(text[end:].rstrip())))


def _check_literal(literal: str, text: str) -> None:
    if "%" in literal:
        raise TemplateError(f"the template {text!r} has a stray %; write %% for a percent sign")


def _field_pattern(match: re.Match[str], text: str) -> str:
    if not match["name"]:
        raise TemplateError(
            f"the conversion {match[0]!r} in the template {text!r} has no name; write %(name){match[0][1:]}"
        )
    for size in ("width", "precision"):
        digits = (match[size] or "").lstrip("0")
        if len(digits) > len(str(_WIDEST)) or int(digits or 0) > _WIDEST:
            shown = match[0] if len(match[0]) <= _SHOWN else f"{match[0][:_SHOWN]}..."
            raise TemplateError(f"the conversion {shown!r} has a {size} beyond {_WIDEST}, which no log has")
    if match["kind"] in "diu":
        return r"( *[+-]?\d+ *)"
    if match["kind"] in "oxX":
        return r"( *[+-]?(?:0[oOxX])?[0-9a-fA-F]+ *)"
    if match["kind"] in _FLOATING:
        return rf"( *{_NUMBER} *)"
    if match["kind"] in "sra":
        text_pattern = _TEXT if match["kind"] == "s" else f"{_QUOTED}|{_TEXT}"
        return rf"( *(?:{text_pattern}) *)" if match["width"] else rf"({text_pattern})"
    raise TemplateError(
        f"a field has no conversion %{match['kind']} (in the template {text!r}); the usual one is %(w)s"
    )


def _single(value: object) -> object:
    """The number in an array of one element: NumPy once printed that as a number, today it refuses."""
    return value.item() if getattr(value, "size", 0) == 1 and hasattr(value, "item") else value
