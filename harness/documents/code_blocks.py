"""The blocks of code of a document, taken apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from harness.documents.comment_logs import comment_log
from harness.documents.document import Block, Document, Kind, Line
from harness.documents.example import Reading, Source
from harness.documents.restore.readings import NoReadingError, readings
from harness.documents.restore.templates import templates
from harness.documents.sessions import is_session, read_session
from harness.scripts.cells.magics import without_magics


@dataclass(frozen=True)
class CodeBlock:
    """A block of code: its number among them, from 1, its ``place`` among all blocks, from 0, the ways to read it
    (none: ``why_not`` says why), and the lines of a log that stand in it, with their ``source``."""

    number: int
    place: int
    first_line: int
    readings: tuple[Reading, ...]
    log: tuple[Line, ...]
    source: Source | None
    why_not: str = ""


def code_blocks(document: Document) -> Iterator[CodeBlock]:
    """Give the blocks of code of a document, in their order."""
    blocks = ((place, block) for place, block in enumerate(document.blocks) if block.kind is Kind.CODE)
    return (_read(number, place, block) for number, (place, block) in enumerate(blocks, start=1))


def _read(number: int, place: int, block: Block) -> CodeBlock:
    first = next((line.number for line in block.lines if line.text.strip()), 0)
    if not block.exact and is_session(block.lines):
        try:
            session = read_session(block.lines)
        except ValueError as error:
            return CodeBlock(number, place, first, (), (), None, f"its prompts cannot be read: {error}")
        reading = Reading(
            "".join(f"{line.text}\n" for line in session.code), tuple(line.number for line in session.code)
        )
        return CodeBlock(number, place, first, (reading,), session.answers, Source.SESSION)
    block = _without_magics(block)
    try:
        found = (
            (Reading(block.text, tuple(line.number for line in block.lines)),) if block.exact else readings(block.lines)
        )
    except NoReadingError as error:
        return CodeBlock(number, place, first, (), (), None, str(error))
    likeliest = found[0]
    log = comment_log(likeliest.text, likeliest.numbers, templates(likeliest.text))
    return CodeBlock(number, place, first, found, log, Source.COMMENTS if log else None)


def _without_magics(block: Block) -> Block:
    """A block without what only IPython understands; most have nothing of that."""
    if block.exact or not any(line.text.lstrip().startswith(("%", "!")) for line in block.lines):
        return block
    plain = without_magics([line.text for line in block.lines])
    lines = tuple(replace(line, text=text) for line, text in zip(block.lines, plain.lines, strict=True))
    return replace(block, lines=lines)
