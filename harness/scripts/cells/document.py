"""The file of a notebook, formats 3 and 4, as cells of code with their outputs.

Read as JSON, not with nbformat: that takes 0.9 s to import for its schemas and brings eight packages, one of them
compiled; and it is strict where Jupyter is not. What matters here is checked here.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.words.errors import UsageError, not_utf_8

_FORMATS = (3, 4)
# Kernels that do not always say what language they speak.
_KERNELS = {"ir": "R", "julia": "Julia", "scala": "Scala", "javascript": "JavaScript", "bash": "bash"}


@dataclass(frozen=True)
class CodeCell:
    """A cell of code as it is in the file; ``number`` counts the cells of code, ``place`` all cells, from 1. ``count``
    is the number that IPython gave it when it ran, 0 where the file has none."""

    number: int
    lines: tuple[str, ...]
    outputs: tuple[Mapping[str, Any], ...]
    place: int = 0
    count: int = 0


@dataclass(frozen=True)
class Note:
    """A cell of Markdown; ``place`` counts all cells, from 1."""

    lines: tuple[str, ...]
    place: int


@dataclass(frozen=True)
class Document:
    """The cells of code of a notebook, which Python its kernel was: 2, 3, or None where it does not say, its cells of
    Markdown, and the day that its metadata give as its date, as it is written there."""

    cells: tuple[CodeCell, ...]
    python: int | None
    notes: tuple[Note, ...] = ()
    date: str = ""


def read_document(path: Path) -> Document:
    """Read a notebook. Raises UsageError for a file that cannot be read or is none, and for another language."""
    notebook = _json(path)
    version = notebook.get("nbformat") if isinstance(notebook, dict) else None
    if not isinstance(notebook, dict) or not isinstance(version, int):
        raise UsageError("is no notebook: it has no nbformat", path)
    if version not in _FORMATS:
        known = " and ".join(str(each) for each in _FORMATS)
        advice = "`jupyter nbconvert --to notebook` writes it anew"
        raise UsageError(f"is a notebook of format {version}, and {known} can be read; {advice}", path)
    metadata = _mapping(notebook.get("metadata"))
    placed = list(enumerate(_cells(notebook, path), start=1))
    cells = [(place, cell) for place, cell in placed if cell.get("cell_type") == "code"]
    _check_language(metadata, [cell for _, cell in cells], path)
    found = tuple(_code(number, place, cell, path) for number, (place, cell) in enumerate(cells, start=1))
    if not any(line.strip() for cell in found for line in cell.lines):
        raise UsageError("has no cell of code; there is nothing to run", path)
    notes = tuple(Note(_lines(joined(cell.get("source")) or ""), place) for place, cell in placed if _is_note(cell))
    return Document(found, _python(metadata), notes, str(metadata.get("date") or ""))


def _json(path: Path) -> Any:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf_8(error, path) from None
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        cut_off = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated string")
        what = "is a notebook that breaks off here" if cut_off and '"cell' in text else "is no notebook"
        raise UsageError(f"{what}: {error.msg}", path, error.lineno) from None
    except RecursionError:
        raise UsageError("is no notebook: it is nested too deep", path) from None


def _cells(notebook: Mapping[str, Any], path: Path) -> Iterator[Mapping[str, Any]]:
    sheets = [notebook] if notebook["nbformat"] > 3 else notebook.get("worksheets")
    if not isinstance(sheets, list):
        raise UsageError("is damaged: it has no list of worksheets", path)
    for sheet in sheets:
        cells = _mapping(sheet).get("cells")
        if not isinstance(cells, list):
            raise UsageError("is damaged: it has no list of cells", path)
        for place, cell in enumerate(cells, start=1):
            if not isinstance(cell, dict):
                raise UsageError(f"is damaged: cell {place} of all is no object", path)
            yield cell


def _is_note(cell: Mapping[str, Any]) -> bool:
    return cell.get("cell_type") in ("markdown", "heading")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").split("\n")) if text else ()


def _code(number: int, place: int, cell: Mapping[str, Any], path: Path) -> CodeCell:
    text = joined(cell.get("source", cell.get("input")))
    if text is None:
        raise UsageError(f"is damaged: the source of code cell {number} is no text", path)
    outputs = cell.get("outputs")
    kept = tuple(each for each in outputs if isinstance(each, dict)) if isinstance(outputs, list) else ()
    count = cell.get("execution_count", cell.get("prompt_number"))
    return CodeCell(number, _lines(text), kept, place, count if isinstance(count, int) else 0)


def joined(text: Any) -> str | None:
    """Give a text of a notebook, which may be a list of its lines; None for what is no text."""
    if isinstance(text, str):
        return text
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        return "".join(text)
    return None


def _check_language(metadata: Mapping[str, Any], cells: Sequence[Mapping[str, Any]], path: Path) -> None:
    kernel = _mapping(metadata.get("kernelspec"))
    name = str(kernel.get("name", ""))
    told = kernel.get("language") or _mapping(metadata.get("language_info")).get("name")
    told = told or next((language for start, language in _KERNELS.items() if name.startswith(start)), None)
    told = told or next((cell["language"] for cell in cells if cell.get("language")), "python")
    if str(told).lower() not in ("python", "ipython", "python2", "python3"):
        named = f" (kernel {name})" if name else ""
        raise UsageError(f"is a notebook in {told}{named}; only those in Python can be run", path)


def _python(metadata: Mapping[str, Any]) -> int | None:
    """Which Python the kernel was; None also where its name and its version say two of them, as the metadata with which
    PyCharm begins each notebook do: there the text has to tell."""
    version = str(_mapping(metadata.get("language_info")).get("version", ""))
    name = str(_mapping(metadata.get("kernelspec")).get("name", ""))
    told = {major for major in (2, 3) if version.startswith(f"{major}.") or name.startswith(f"python{major}")}
    return told.pop() if len(told) == 1 else None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
