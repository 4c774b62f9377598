"""Documents of every format, read by what their name and their beginning say they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from harness.documents.days import day_of_lines, day_of_name, first_day
from harness.documents.document import Block, Day, Document, Kind, Line
from harness.documents.encodings import text_of
from harness.files.odd_file import what_it_is
from harness.files.others_code import OTHERS_CODE
from harness.words.errors import UsageError

# A saved page has no more; what is larger is data, and its lines would be judged for hours.
LARGEST = 16 * 1024 * 1024

_BY_SUFFIX = {
    ".ipynb": "notebook",
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".mdown": "Markdown",
    ".mkd": "Markdown",
    ".rmd": "Markdown",
    ".qmd": "Markdown",
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".rst": "reStructuredText",
    ".rest": "reStructuredText",
    ".py": "script",
    ".txt": "text",
    ".text": "text",
}
_OURS = re.compile(r"\b(?:tensorflow|tf|keras)\b")
_OURS_IN_BYTES = re.compile(rb"tensorflow|keras|\btf\.|t\0?e\0n\0s\0o\0r\0f\0l\0o\0w", re.IGNORECASE)
_FORMATS_TO_TELL = "Markdown, notebooks, saved pages (.html), reStructuredText, plain text and scripts can be read"
# Tildes alone underline, where nothing else says that they are a fence.
_FENCE = re.compile(r"^ {0,3}(?:```|~~~+[ \t]*\w)", re.MULTILINE)
_DIRECTIVE = re.compile(
    r"^[ \t]*\.\. (?:code|code-block|sourcecode|note|image|highlight)::|^\S.*::\n\n[ \t]+\S", re.MULTILINE
)
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html\b)", re.IGNORECASE | re.DOTALL)


def read_document(path: Path) -> Document:
    """Read a document: its blocks, its title, the day on which it was written where it plainly says so.

    Raises UsageError for a file that cannot be read, is empty, too large, no text or damaged, and for one that has no
    TensorFlow code in it.
    """
    data = _bytes_of(path)
    format = _BY_SUFFIX.get(path.suffix.lower(), "")
    if format == "notebook" or (not format and data.lstrip()[:1] == b"{" and b'"nbformat"' in data):
        # It imports a good deal, as the readers below do.
        from harness.documents.notebooks import read_notebook_document

        document = read_notebook_document(path)
    else:
        text, encoding = text_of(data, path)
        if not text.strip():
            raise UsageError("is empty", path)
        try:
            document = _READERS[_told_by(text, format)](path, text)
        except RecursionError:
            raise UsageError("cannot be read: it is nested too deep", path) from None
        if encoding != "utf-8":
            remark = f"read as {encoding.upper().replace('_', '-')}, for it is not UTF-8"
            document = replace(document, remarks=(remark, *document.remarks))
    document = replace(document, blocks=tuple(block for block in document.blocks if block.lines))
    if not any(_OURS.search(block.text) for block in document.blocks if block.kind in (Kind.CODE, Kind.PREFORMATTED)):
        raise UsageError("has no TensorFlow code in it", path)
    return document


def documents_below(path: Path) -> Iterator[Path]:
    """Give a document, or those in a folder that speak of TensorFlow, in the order of their names.

    Raises UsageError for what is not there, and for a folder in which there is none.
    """
    if not path.is_dir():
        if not path.exists():
            raise UsageError("there is no such file or folder", path)
        yield path
        return
    found = False
    for each in sorted(path.rglob("*")):
        parts = each.relative_to(path).parts
        skipped = any(part in OTHERS_CODE or part.startswith(".") for part in parts)
        if each.suffix.lower() in _BY_SUFFIX and not skipped and each.is_file() and _speaks_of_us(each):
            found = True
            yield each
    if not found:
        raise UsageError(f"has no document with TensorFlow code below it; {_FORMATS_TO_TELL}", path)


def _bytes_of(path: Path) -> bytes:
    odd = what_it_is(path)
    if odd is not None:
        raise UsageError(f"is {odd}, and no document", path)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            limit = f"{LARGEST // 1024 // 1024} MiB"
            raise UsageError(f"has {size / 1024 / 1024:.0f} MiB, and a document may have {limit}", path)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError("there is no such file or folder", path) from None
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    if not data.strip():
        raise UsageError("is empty", path)
    if data.startswith((b"%PDF", b"PK\x03\x04", b"MIME-Version:", b"From: <Saved by")):
        raise UsageError(f"is of a format that is not read; {_FORMATS_TO_TELL}", path)
    return data


def _speaks_of_us(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(_OURS_IN_BYTES.search(file.read(LARGEST)))
    except OSError:
        # Whoever reads it is told why it cannot be.
        return True


def _told_by(text: str, format: str) -> str:
    """The format by the name of the file, and where that leaves it open, by its text."""
    if format not in ("", "text"):
        return format
    if _PAGE.match(text):
        return "HTML"
    if len(_FENCE.findall(text)) > 1 or _has_front_matter(text):
        return "Markdown"
    return "reStructuredText" if _DIRECTIVE.search(text) and not format else "text"


def _has_front_matter(text: str) -> bool:
    from harness.documents.markdown import front_matter

    return text.startswith(("---", "+++")) and front_matter(text.split("\n")) > 0


def _read_markdown(path: Path, text: str) -> Document:
    from harness.documents.markdown import blocks_of_markdown, facts_of_markdown

    title, day = facts_of_markdown(text)
    blocks = _or_plain(blocks_of_markdown(text), text)
    return Document(path, "Markdown", blocks, title, _day(path, day, blocks))


def _read_html(path: Path, text: str) -> Document:
    from harness.documents.html import read_page

    blocks, title, day = read_page(text)
    if not _has_code(blocks):
        from harness.documents.plain import blocks_of_plain

        lines = [line for block in blocks for line in (*block.lines, Line(block.lines[-1].number, ""))]
        blocks = blocks_of_plain(lines)
    return Document(path, "HTML", blocks, title, _day(path, day, blocks))


def _read_rst(path: Path, text: str) -> Document:
    from harness.documents.rst import blocks_of_rst, facts_of_rst

    title, day = facts_of_rst(text)
    blocks = _or_plain(blocks_of_rst(text), text)
    return Document(path, "reStructuredText", blocks, title, _day(path, day, blocks))


def _read_script(path: Path, text: str) -> Document:
    lines = _numbered(text)
    return Document(path, "script", (Block(Kind.CODE, lines, "python", exact=True),), path.name, day_of_name(path))


def _read_text(path: Path, text: str) -> Document:
    from harness.documents.plain import blocks_of_plain

    blocks = blocks_of_plain(_numbered(text))
    first = next((line.text.strip() for block in blocks for line in block.lines if line.text.strip()), "")
    return Document(path, "text", blocks, first if len(first) <= 80 else "", _day(path, None, blocks))


_READERS: dict[str, Callable[[Path, str], Document]] = {
    "Markdown": _read_markdown,
    "HTML": _read_html,
    "reStructuredText": _read_rst,
    "script": _read_script,
    "text": _read_text,
}


def _or_plain(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """The blocks, or where they hold no code of TensorFlow and the text does: the text as one without any markup."""
    if _has_code(blocks) or not re.search(r"\bimport\s+tensorflow\b|\btensorflow\s+import\b", text):
        return blocks
    from harness.documents.plain import blocks_of_plain

    plain = blocks_of_plain(_numbered(text))
    return plain if _has_code(plain) else blocks


def _has_code(blocks: Sequence[Block]) -> bool:
    return any(block.kind in (Kind.CODE, Kind.PREFORMATTED) and _OURS.search(block.text) for block in blocks)


def _day(path: Path, told: Day | None, blocks: Sequence[Block]) -> Day | None:
    prose = [line for block in blocks if block.kind is Kind.PROSE and not block.language for line in block.lines]
    return first_day((told, day_of_name(path), day_of_lines(prose)))


def _numbered(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1))
