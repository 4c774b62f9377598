"""What a print statement prints, taken apart: fixed texts, and fields that a value fills."""

import ast
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.documents.restore.field_names import field_name

_CONVERSION = re.compile(
    r"%(?:\((?P<name>[^)]*)\))?(?P<spec>[#0\- +]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?)[hlL]?(?P<kind>[a-zA-Z%])"
)
_SPEC = re.compile(
    r"(?:.?[<>^=])?(?P<flags>[+ -]?)#?(?P<zero>0?)(?P<width>\d*),?_?"
    r"(?:\.(?P<precision>\d+))?(?P<kind>[bcdeEfFgGnosxX%]?)"
)


@dataclass(frozen=True)
class Field:
    """A value in a printed line: its name, and the conversion that prints it without its ``%`` (``.3f``, ``s``)."""

    name: str
    conversion: str = "s"


Part = str | Field


def parts_of(node: ast.expr) -> list[Part]:
    """Give what an expression prints: a text with its fields, or itself as one field."""
    found = _text_parts(node)
    return found if found is not None else [Field(field_name(node))]


def percent_parts(text: str, values: Sequence[ast.expr]) -> list[Part] | None:
    """Give the parts of a ``%``-format; None for one with other values than it has conversions."""
    found: list[Part] = []
    left = list(values)
    end = 0
    for match in _CONVERSION.finditer(text):
        found.append(text[end : match.start()])
        end = match.end()
        if match["kind"] == "%":
            found.append("%")
            continue
        if match["name"] is not None:
            found.append(Field(match["name"], match["spec"] + match["kind"]))
            continue
        for _ in range(match["spec"].count("*")):
            left = left[1:]
        if not left:
            return None
        found.append(Field(field_name(left.pop(0)), match["spec"].replace("*", "") + match["kind"]))
    return [*found, text[end:]]


def _text_parts(node: ast.expr) -> list[Part] | None:
    """The parts of an expression that is a text; None for any other."""
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.Constant(value=value):
            return [str(value)]
        case ast.JoinedStr(values=values):
            return [part for value in values for part in _of_f_string(value)]
        case ast.BinOp(left=ast.Constant(value=str() as text), op=ast.Mod(), right=right):
            return percent_parts(text, right.elts if isinstance(right, ast.Tuple) else [right])
        case ast.BinOp(left=ast.Constant(value=str() as text), op=ast.Mult(), right=ast.Constant(value=int() as count)):
            return [text * min(count, 500)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            one, other = _text_parts(left), _text_parts(right)
            if one is None and other is None:
                return None
            return [*(one or [Field(field_name(left))]), *(other or [Field(field_name(right))])]
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=str() as text), attr="format"), args=values, keywords=named
        ):
            return _format_parts(text, values, {keyword.arg or "": keyword.value for keyword in named})
        case ast.Call(func=ast.Name(id="str" | "repr" | "unicode"), args=[value]):
            return [Field(field_name(value))]
        case ast.Call(func=ast.Name(id="format"), args=[value, ast.Constant(value=str() as spec)]):
            return [_field(field_name(value), spec, "")]
    return None


def _of_f_string(value: ast.expr) -> Iterator[Part]:
    if isinstance(value, ast.FormattedValue):
        spec = ""
        if isinstance(value.format_spec, ast.JoinedStr):
            texts = [part.value for part in value.format_spec.values if isinstance(part, ast.Constant)]
            spec = "".join(str(text) for text in texts)
        yield from _with_percent(
            _field(field_name(value.value), spec, "r" if value.conversion == ord("r") else ""), spec
        )
    elif isinstance(value, ast.Constant):
        yield str(value.value)


def _format_parts(text: str, values: Sequence[ast.expr], named: dict[str, ast.expr]) -> list[Part] | None:
    found: list[Part] = []
    count = 0
    try:
        pieces = list(string.Formatter().parse(text))
    except ValueError:
        return None
    for literal, name, spec, conversion in pieces:
        found.append(literal)
        if name is None:
            continue
        key = re.split(r"[.\[]", name)[0]
        if key == "":
            key, count = str(count), count + 1
        if key.isdigit():
            # What a star unpacks is not to be counted.
            known = int(key) < len(values) and not any(
                isinstance(value, ast.Starred) for value in values[: int(key) + 1]
            )
            label = field_name(values[int(key)]) if known else f"value_{key}"
        else:
            label = field_name(named[key]) if key in named else key
        found += _with_percent(_field(label, spec or "", "r" if conversion == "r" else ""), spec or "")
    return found


def _with_percent(field: Field, spec: str) -> list[Part]:
    return [field, "%"] if spec.endswith("%") else [field]


def _field(name: str, spec: str, kind: str) -> Field:
    """A field with the conversion of ``%`` that prints as a format specification does, as far as there is one."""
    match = _SPEC.fullmatch(spec)
    if match is None or kind == "r":
        return Field(name, kind or "s")
    shown = {"%": "f", "n": "g", "b": "d", "": "s"}.get(match["kind"], match["kind"])
    if shown in "sc" or "," in spec or "_" in spec:
        return Field(name, "s")
    width = f"{match['zero']}{match['width']}"
    precision = f".{match['precision']}" if match["precision"] else ""
    return Field(name, f"{match['flags'].strip('-')}{width}{precision}{shown}")
