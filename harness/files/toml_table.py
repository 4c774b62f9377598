"""TOML files with errors that name file and line."""

import math
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from harness.words.errors import UsageError, near, not_utf_8

T = TypeVar("T")

_TYPE_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "a table",
    list: "a list",
}
_NO_DEFAULT: Any = object()


@dataclass
class Table:
    """A table of a TOML file, taken apart key by key; ``finish`` finds the keys that nobody took.

    ``name`` is that of its head, empty for the file itself; ``place`` counts from 0 in an array of tables.
    """

    path: Path
    text: str
    values: dict[str, Any]
    name: str = ""
    place: int = 0
    taken: set[str] = field(default_factory=set)

    def take(self, key: str, kind: type[T], default: Any = _NO_DEFAULT) -> T:
        """Give the value of a key. Raises UsageError where it is missing without a default, or of another type."""
        self.taken.add(key)
        if key not in self.values:
            if default is _NO_DEFAULT:
                where = f"[{self.name}]" if self.name else "the file"
                raise UsageError(f"{where} lacks the key {key!r}", self.path, self.line(None))
            return default  # type: ignore[no-any-return]
        value = self.values[key]
        if type(value) is int and kind is float:
            value = _as_float(value)
        if type(value) is not kind:
            expected = _TYPE_NAMES.get(kind, f"a {kind.__name__}")
            raise UsageError(f"{key!r} should be {expected}, not {value!r}", self.path, self.line(key))
        return value

    def table(self, key: str) -> "Table":
        """Give a table within, empty where there is none."""
        name = f"{self.name}.{key}" if self.name else key
        return Table(self.path, self.text, self.take(key, dict, {}), name)

    def tables(self, key: str) -> Iterator["Table"]:
        """Give each table of an array of tables (``[[errata]]``)."""
        for place, value in enumerate(self.take(key, list, [])):
            if not isinstance(value, dict):
                raise UsageError(f"{key!r} should be a list of tables, [[{key}]]", self.path, self.line(key))
            yield Table(self.path, self.text, value, key, place)

    def __iter__(self) -> Iterator[str]:
        """All keys, in the order of the file."""
        return iter(self.values)

    def finish(self) -> None:
        """Raise UsageError for the first key that was never taken, with the known one that looks like it."""
        for key in self.values:
            if key not in self.taken:
                known = ", ".join(sorted(self.taken)) or "none"
                advice = near(key, self.taken) or f"; known here: {known}"
                where = f" in [{self.name}]" if self.name else ""
                raise UsageError(f"unknown key {key!r}{where}{advice}", self.path, self.line(key))

    def line(self, key: str | None) -> int | None:
        """Give the line of a key of this table, or of the table's own head; None where neither stands by itself."""
        lines = self.text.splitlines()
        start = 0
        if self.name:
            name = r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in self.name.split("."))
            head = re.compile(rf"\s*\[+\s*{name}(\.|\s*\])")
            found = [number for number, line in enumerate(lines, start=1) if head.match(line)]
            start = found[self.place] if self.place < len(found) else 0
        if key is None:
            return start or 1
        assignment = re.compile(
            rf"\s*(\[+\s*([\w-]+\.)*)?[\"']?{re.escape(key)}[\"']?\s*(=|\.|\])|.*[{{,]\s*{re.escape(key)}\s*="
        )
        for number, line in enumerate(lines[start:], start=start + 1):
            if assignment.match(line):
                return number
        return start or None


def read_toml(path: Path) -> Table:
    """Read a TOML file. Raises UsageError for one that is missing or is not TOML, with the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError as error:
        raise not_utf_8(error, path) from None
    try:
        return Table(path, text, tomllib.loads(text))
    except RecursionError:
        lines = text.splitlines()
        deepest = max(range(len(lines)), key=lambda index: lines[index].count("[") + lines[index].count("{"))
        raise UsageError("is not TOML that can be read: it is nested too deeply", path, deepest + 1) from None
    except ValueError as error:  # TOMLDecodeError, or a number of thousands of digits
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else _longest(text) if "digits" in str(error) else len(text.splitlines())
        raise UsageError(f"is not TOML: {error}", path, line) from None


def _as_float(number: int) -> float:
    """The nearest float; inf beyond all of them, which no key takes for a number that it can use."""
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf


def _longest(text: str) -> int:
    """The longest line, which is where a number of thousands of digits stands."""
    lines = text.splitlines()
    return max(range(len(lines)), key=lambda index: len(lines[index])) + 1
