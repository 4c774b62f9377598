"""reStructuredText: literal blocks, directives of code, sessions, tables, paragraphs.

Not read with docutils: what stands in a directive that it does not know, as Sphinx has dozens, and in ``code-block``
with Sphinx's options, comes from it as one raw text without a line. Indentation tells all that is needed here, so what
an unknown directive holds is read as if it stood outside of it.
"""

import re
from collections.abc import Iterator, Sequence

from harness.documents.days import day_in
from harness.documents.document import SESSION, Block, Day, Kind, Line
from harness.documents.looks import is_printed
from harness.documents.preformatted import blocks_of_preformatted, table_block

_DIRECTIVE = re.compile(r"(?P<indent>\s*)(?:[-*]\s+)?\.\. +(?P<name>[\w:+.-]+?) ?::(?:\s+(?P<argument>.*))?$")
_COMMENT = re.compile(r"(\s*)\.\.(?:\s|$)")
_OPTION = re.compile(r"\s*:[\w-]+:(?:\s|$)")
_CODE = frozenset(
    {"code", "code-block", "sourcecode", "code-cell", "ipython", "jupyter-execute", "testcode", "testsetup"}
)
_OUTPUT = frozenset({"testoutput", "output", "program-output", "jupyter-output"})
_LITERAL = frozenset({"parsed-literal", "prompt", "doctest"})
# What they hold is no text of the document.
_LEFT_OUT = frozenset(
    {"image", "figure", "math", "raw", "toctree", "literalinclude", "include", "graphviz", "index", "contents", "plot"}
    | {"autoclass", "autofunction", "automodule", "tikz", "mermaid", "meta", "highlight", "currentmodule", "only-html"}
)
_UNDERLINE = re.compile(r"([=\-`:'\"~^_*+#<>.])\1{2,}\s*$")
_GRID = re.compile(r"\s*\+(?:[-=]+\+)+\s*$")
_SIMPLE = re.compile(r"\s*={2,}(?:\s+={2,})+\s*$")
_FIELD = re.compile(r"\s*:(date|published|created|title):\s+(.*)", re.IGNORECASE)


def blocks_of_rst(text: str) -> tuple[Block, ...]:
    """Give the blocks of a reStructuredText, in the order in which they stand."""
    return tuple(_Reader(text.split("\n")).blocks())


def facts_of_rst(text: str) -> tuple[str, Day | None]:
    """Give the title, and the day that a field before the first section gives: ``:date: 2017-03-03``."""
    lines = text.split("\n")
    title, day = "", None
    for at, line in enumerate(lines[:40]):
        if not title and line.strip() and at + 1 < len(lines) and _is_title(lines, at):
            title = line.strip()
        elif (field := _FIELD.match(line)) and field[1].lower() == "title":
            title = field[2].strip()
        elif field and day is None and (found := day_in(field[2])):
            day = Day(found, f"{field[1].lower()} in front matter, line {at + 1}")
    return title, day


def _is_title(lines: Sequence[str], at: int) -> bool:
    under = lines[at + 1]
    return (
        bool(_UNDERLINE.match(under))
        and len(under.rstrip()) + 1 >= len(lines[at].rstrip())
        and not _UNDERLINE.match(lines[at])
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


class _Reader:
    """The lines of a text, and how far they are read."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = list(lines)
        self._at = 0
        self._language = "python"

    def blocks(self) -> Iterator[Block]:
        """Give the blocks, one after the other."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip():
                self._at += 1
            elif match := _DIRECTIVE.match(line):
                yield from self._directive(match)
            elif _COMMENT.match(line) and not re.match(r"\s*\.\. (?:\[|_|\|)", line):
                self._at += 1
                self._body(_indent(line))
            elif line.lstrip().startswith(">>> "):
                yield self._session()
            elif _GRID.match(line) or _SIMPLE.match(line):
                yield from self._table()
            else:
                yield from self._paragraph()

    def _directive(self, match: re.Match[str]) -> Iterator[Block]:
        name, argument = match["name"].rpartition(":")[2].lower(), (match["argument"] or "").strip()
        indent = _indent(self._lines[self._at])
        self._at += 1
        header = []
        while self._at < len(self._lines) and _OPTION.match(self._lines[self._at]):
            if option := re.match(r"\s*:header:\s*(.+)", self._lines[self._at]):
                header = [Line(self._at + 1, option[1])]
            self._at += 1
        if name == "highlight":
            self._language = argument
        if name in _CODE | _OUTPUT | _LITERAL:
            language = (
                argument.split(" ")[0] if name in ("code", "code-block", "sourcecode") else "python" * (name in _CODE)
            )
            yield from blocks_of_preformatted(self._body(indent), language, is_output=name in _OUTPUT)
        elif name in ("csv-table", "list-table"):
            yield from table_block(list(_rows(name, [*header, *self._body(indent)])))
        elif name in _LEFT_OUT:
            self._body(indent)

    def _body(self, indent: int) -> tuple[Line, ...]:
        """The lines that are indented further, without what they have in common."""
        start = self._at
        while self._at < len(self._lines) and (
            not self._lines[self._at].strip() or _indent(self._lines[self._at]) > indent
        ):
            self._at += 1
        lines = self._lines[start : self._at]
        common = min((_indent(line) for line in lines if line.strip()), default=0)
        return tuple(Line(number, line[common:].rstrip()) for number, line in enumerate(lines, start=start + 1))

    def _session(self) -> Block:
        start, indent = self._at, _indent(self._lines[self._at])
        while self._at < len(self._lines) and self._lines[self._at].strip():
            self._at += 1
        lines = self._lines[start : self._at]
        numbered = tuple(Line(number, line[indent:].rstrip()) for number, line in enumerate(lines, start=start + 1))
        return Block(Kind.CODE, numbered, SESSION)

    def _table(self) -> Iterator[Block]:
        rows: list[tuple[int, list[str]]] = []
        grid = bool(_GRID.match(self._lines[self._at]))
        edges = [found.span() for found in re.finditer(r"=+", self._lines[self._at])]
        rules = 0
        while self._at < len(self._lines) and self._lines[self._at].strip():
            line = self._lines[self._at]
            rule = _GRID.match(line) if grid else re.match(r"\s*=+(?:\s+=+)*\s*$", line)
            rules += bool(rule)
            self._at += 1
            if not rule and grid:
                rows.append((self._at, line.strip().strip("|").split("|")))
            elif not rule and not re.match(r"\s*-+(?:\s+-+)*\s*$", line):
                rows.append((self._at, _cells(line, edges)))
            elif rules > 2 and not grid:
                break
        yield from table_block(rows)

    def _paragraph(self) -> Iterator[Block]:
        start = self._at
        indent = _indent(self._lines[start])
        while self._at < len(self._lines) and self._lines[self._at].strip():
            if self._at > start and (
                _DIRECTIVE.match(self._lines[self._at]) or self._lines[self._at - 1].rstrip().endswith("::")
            ):
                break
            self._at += 1
        lines = [
            Line(number, line.strip())
            for number, line in enumerate(self._lines[start : self._at], start=start + 1)
            if not _UNDERLINE.match(line)
        ]
        literal = bool(lines) and lines[-1].text.endswith("::")
        if literal:
            lines[-1:] = [Line(each.number, each.text.removesuffix(":")) for each in lines[-1:] if each.text != "::"]
        if lines:
            is_output = is_printed([line.text for line in lines])
            yield Block(Kind.PREFORMATTED if is_output else Kind.PROSE, tuple(lines))
        if literal:
            # A literal block of a list's item is indented as far as its text at least.
            last = self._lines[self._at - 1]
            marker = re.match(r"\s*(?:[-*+•]|\d+[.)]|#\.)\s+", self._lines[start])
            base = indent if marker or self._at - start > 1 else _indent(last)
            yield from blocks_of_preformatted(self._body(base), self._literal_language())

    def _literal_language(self) -> str:
        return self._language if self._language not in ("python", "python3", "default") else ""


def _cells(line: str, edges: Sequence[tuple[int, int]]) -> list[str]:
    """The cells of a row of a simple table. Chinese is wider than it counts, and columns are parted by two spaces."""
    parts = re.split(r"\s{2,}", line.strip())
    if len(parts) == len(edges):
        return parts
    ends = [*(start for start, _ in edges[1:]), None]
    return [line[start:end] for (start, _), end in zip(edges, ends, strict=True)]


def _rows(name: str, lines: Sequence[Line]) -> Iterator[tuple[int, list[str]]]:
    if name == "csv-table":
        yield from (
            (line.number, [cell.strip().strip('"') for cell in line.text.split(",")]) for line in lines if line.text
        )
        return
    row: tuple[int, list[str]] | None = None
    for line in lines:
        match = re.match(r"\s*(\*\s+)?-\s?(.*)", line.text)
        if match and match[1]:
            if row is not None:
                yield row
            row = line.number, [match[2]]
        elif match and row is not None:
            row[1].append(match[2])
    if row is not None:
        yield row
