"""The lines that the print statements of a code print: the templates of its log."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from harness.documents.restore.printed_parts import Field, Part, parts_of, percent_parts
from harness.documents.restore.statement import parsed
from harness.documents.restore.whole import as_python3
from harness.logs.template import TemplateError, parse_template
from harness.words.printed import FINITE

_NUMBER = rf"[+-]?(?:{FINITE}|inf|nan|INF|NAN)"
# What str() gives for the values of scripts, as long as it is of one line.
_INNER = r"(?:[-+\d.,\s\[\]]|e[-+]?\d|nan|inf|True|False|None|b?'[^']*')*?"
_ARRAY = rf"(?:array\(|tf\.Tensor\(|<tf\.\w+ )?\[{_INNER}\](?:[^\[\]\s]*\)|[^\[\]>]*>)?"
_SINGLE = rf"np\.\w+\({_NUMBER}\)|tf\.Tensor\({_NUMBER}, shape=\(\), dtype=\w+\)|<tf\.[^>]*>"
_WORD = rf"b?'[^']*'|b?\"[^\"]*\"|\(.*?\)|\{{.*?\}}|{_ARRAY}|{_SINGLE}|\S+?"
_VALUE = rf"{_NUMBER}|{_ARRAY}|{_SINGLE}|b?'[^']*'|True|False|None|\([\d., ]*\)"
_LOGGERS = ("logging", "log", "logger")
_LEVELS = ("info", "warning", "warn", "error", "debug", "fatal", "critical")
# What a logger puts in front of a line.
_PREFIX = r"(?:[A-Z]+:[\w.]+:\s*|[IWEF]\d{4} [\d:.]+\s+\d+ [\w.]+:\d+\] |\[?[\d:, -]{8,}\]?.{0,40}?)?"


@dataclass(frozen=True)
class PrintTemplate:
    """What one print statement prints. ``number`` is its line in the code, from 1; ``lines`` the parts of each line;
    ``repeated`` where it prints no line break, so that its line is what it prints again and again; ``logged`` where a
    logger may put its own words in front."""

    number: int
    lines: tuple[tuple[Part, ...], ...]
    repeated: bool = False
    logged: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its fields in order, a second one of a name as ``name_2``."""
        return tuple(field.name for field in _renamed([part for line in self.lines for part in line]))

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """A regular expression for each line, whole, with a group for each field."""
        return tuple(re.compile(self._expression(line)) for line in self.lines)

    @property
    def bare(self) -> bool:
        """Whether it prints nothing but values, so that its lines look as those of any other do."""
        return all(is_bare(line) for line in self.lines)

    def log_template(self) -> str | None:
        """Give it as the harness writes the template of a log, ``After %(i)s steps: w is %(w)f``; None for several
        lines, and for one without a field."""
        filled = [line for line in self.lines if line]
        if len(filled) != 1 or self.repeated:
            return None
        names = iter(_renamed(filled[0]))
        text = "".join(
            part.replace("%", "%%") if isinstance(part, str) else f"%({next(names).name}){part.conversion}"
            for part in filled[0]
        )
        try:
            parse_template(text)
        except TemplateError:
            return None
        return text

    def _expression(self, line: Sequence[Part]) -> str:
        body = "".join(
            _literal(part) if isinstance(part, str) else f"({_expression(part, is_bare(line))})" for part in line
        )
        prefix = _PREFIX if self.logged else ""
        # White space at the ends of a line does not count.
        return f"{prefix}(?:{body})+" if self.repeated else prefix + body.removeprefix(r"\s+").removesuffix(r"\s+")


def is_bare(line: Sequence[Part]) -> bool:
    """Whether a line is nothing but values: any word would fit it, so only what looks as a value does."""
    return not re.search(r"\w", "".join(part for part in line if isinstance(part, str)))


def matches(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern of a template fits all of a text, each value with all brackets that it opens, and no more."""
    match = pattern.fullmatch(text)
    return match is not None and all(_is_whole(group) for group in match.groups() if group)


def _is_whole(value: str) -> bool:
    bare = value.strip()
    if not bare.startswith("["):
        return True
    depth = 0
    for place, char in enumerate(bare):
        depth += (char == "[") - (char == "]")
        if depth == 0:
            return place == len(bare) - 1
    return False


@lru_cache(maxsize=256)
def templates(text: str) -> tuple[PrintTemplate, ...]:
    """Give what the print statements of a code print, in the order of the code; nothing for a text that no Python
    reads. A ``print`` of several values in brackets stands there a second time, as Python 2 prints it: as a tuple."""
    tree = parsed(text)
    if tree is None:
        tree = parsed(as_python3(text))
    if tree is None:
        return ()
    found: list[PrintTemplate] = []
    for body in _bodies(tree):
        found += _of_body(body)
    found.sort(key=lambda template: template.number)
    return tuple(dict.fromkeys(template for template in found if any(template.lines)))


def _bodies(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list):
                yield body


def _of_body(body: Sequence[ast.stmt]) -> Iterator[PrintTemplate]:
    """What statements print that follow each other: what ends in no line break goes on in the next."""
    begun: list[Part] = []
    number = 0
    for statement in body:
        call = statement.value if isinstance(statement, ast.Expr) else None
        if not isinstance(call, ast.Call):
            continue
        printed = _printed(call)
        if printed is None:
            continue
        number = number or call.lineno
        begun += printed[0]
        if printed[1]:
            yield PrintTemplate(number, _split(begun), logged=printed[2])
            if printed[3] and begun == printed[0]:
                yield PrintTemplate(number, _split(printed[3]))
            begun, number = [], 0
    if begun:
        yield PrintTemplate(number, _split(begun), repeated=True)


def _printed(call: ast.Call) -> tuple[list[Part], bool, bool, list[Part]] | None:
    """What a call prints, whether its line ends there, whether a logger prints it, and how Python 2 would print it."""
    name = ast.unparse(call.func)
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if "file" in keywords and not ast.unparse(keywords["file"]).startswith("sys.std"):
        return None
    if name in ("print", "tf.print", "tf.compat.v1.print"):
        end = keywords.get("end")
        ending = end.value if isinstance(end, ast.Constant) and isinstance(end.value, str) else "\n"
        separator = keywords.get("sep")
        between = separator.value if isinstance(separator, ast.Constant) and isinstance(separator.value, str) else " "
        parts = [
            part for number, value in enumerate(call.args) for part in [*[between] * bool(number), *parts_of(value)]
        ]
        ends = ending.endswith("\n")
        old = _as_tuple(call.args) if name == "print" and len(call.args) > 1 and not keywords else []
        return [*parts, ending[:-1] if ends else ending], ends, False, old
    if name.endswith("stdout.write") and len(call.args) == 1:
        parts = parts_of(call.args[0])
        last = parts[-1] if parts else ""
        if isinstance(last, str) and last.endswith("\n"):
            return [*parts[:-1], last[:-1]], True, False, []
        return parts, False, False, []
    owner, _, level = name.rpartition(".")
    if level in _LEVELS and owner.split(".")[-1].lower() in _LOGGERS and call.args:
        first = call.args[0]
        logged = None
        if len(call.args) > 1 and isinstance(first, ast.Constant) and isinstance(first.value, str):
            logged = percent_parts(first.value, call.args[1:])
        return logged if logged is not None else parts_of(first), True, True, []
    return None


def _as_tuple(values: Sequence[ast.expr]) -> list[Part]:
    parts: list[Part] = ["("]
    for number, value in enumerate(values):
        parts.append(", " * bool(number))
        shown = parts_of(value)
        text = "".join(part for part in shown if isinstance(part, str))
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            parts.append(repr(value.value))
        elif any(isinstance(part, str) for part in shown) and not isinstance(value, ast.Constant):
            quote = '"' if "'" in text else "'"
            parts += [quote, *shown, quote]
        else:
            parts += shown
    return [*parts, ")"]


def _split(parts: Sequence[Part]) -> tuple[tuple[Part, ...], ...]:
    """The parts of each line, texts that follow each other as one."""
    lines: list[list[Part]] = [[]]
    for part in parts:
        if isinstance(part, Field):
            lines[-1].append(part)
            continue
        for number, piece in enumerate(re.split(r"\r?\n|\r", part)):
            if number:
                lines.append([])
            if piece and lines[-1] and isinstance(last := lines[-1][-1], str):
                lines[-1][-1] = last + piece
            elif piece:
                lines[-1].append(piece)
    return tuple(tuple(line) for line in lines)


def _renamed(parts: Sequence[Part]) -> list[Field]:
    seen: dict[str, int] = {}
    found = []
    for part in parts:
        if isinstance(part, Field):
            seen[part.name] = seen.get(part.name, 0) + 1
            found.append(
                Field(part.name if seen[part.name] == 1 else f"{part.name}_{seen[part.name]}", part.conversion)
            )
    return found


def _literal(text: str) -> str:
    """A fixed text; a page may have made one space of several."""
    return re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(text))


def _expression(field: Field, bare: bool) -> str:
    kind = field.conversion[-1]
    if kind in "diu":
        return r"\s*[+-]?\d+\s*"
    if kind in "eEfFgG":
        return rf"\s*{_NUMBER}\s*"
    if kind in "oxX":
        return r"\s*(?:0[xo])?[0-9a-fA-F]+\s*"
    shown = _VALUE if bare else _WORD
    return rf"\s*(?:{shown})\s*" if len(field.conversion) > 1 else f"(?:{shown})"
