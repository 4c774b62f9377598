"""The log of a program: what its code blocks hold, and which of the blocks below them its prints could have printed."""

import re
from collections.abc import Iterator, Sequence

from harness.documents.code_blocks import CodeBlock
from harness.documents.document import Block, Document, Kind, Line
from harness.documents.example import Claim, RecordedLog, Role, Source
from harness.documents.programs import Program
from harness.documents.restore.fitting import fits, is_log_of
from harness.documents.restore.log import restore_log
from harness.documents.restore.templates import PrintTemplate, templates
from harness.documents.tables import rows_as_claims, rows_as_lines

# Prose that announces a log.
_ANNOUNCED = re.compile(
    r"运行结果|输出|结果|打印|显示如下|如下|output|result|prints?\b|printed|\blogs?\b|looks? like"
    r"|you (?:should|will) (?:see|get)"
    r"|(?:we|it) (?:gets?|gives?|shows?|obtain)|console|terminal|returns?\b",
    re.IGNORECASE,
)
# A block of which less fits what the code prints is no log of it, unless it is announced.
_SHARE = 0.5
_SHARE_IF_ANNOUNCED = 0.01


def log_of(
    program: Program, codes: Sequence[CodeBlock], document: Document
) -> tuple[RecordedLog | None, tuple[Claim, ...]]:
    """Give the log that a document shows of a program, None where it shows none, and the figures of tables that show
    the same again."""
    printed = templates(program.readings[0].text)
    own = {code.number: code for code in codes}
    log = _Log()
    if program.role in (Role.WHOLE, Role.VARIATION):
        for number in program.blocks:
            code = own[number]
            if code.source is not None and program.role is Role.WHOLE:
                log.add(code.log, code.source)
            for block, announced in _below(code, codes, document):
                log.add_block(block, printed, announced=announced)
    return log.recorded(), tuple(log.figures)


class _Log:
    """The pieces of a log as they are found."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._sources: list[Source] = []
        self._restored: list[str] = []
        self.figures: list[Claim] = []

    def add(self, lines: Sequence[Line], source: Source, restored: Sequence[str] = ()) -> None:
        """Put a piece behind those that are there; between two the document may leave lines out."""
        if self._lines and lines and self._lines[-1].text != "..." and lines[0].text != "...":
            self._lines.append(Line(0, "..."))
        self._lines += lines
        self._sources.append(source)
        self._restored += restored

    def add_block(self, block: Block, printed: Sequence[PrintTemplate], *, announced: bool) -> None:
        """Put a block behind the others if it is a log of the code that prints so; of prose the lines that are."""
        if block.kind is Kind.PROSE:
            telling = [each for each in printed if not each.bare]
            lines = tuple(line for line in block.lines if fits(line.text, telling))
            if lines:
                self.add(lines, Source.BLOCK)
            return
        if block.language == "table":
            known = [name for each in printed for name in each.fields]
            rows = rows_as_lines(block.lines, known)
            if self._lines:
                # What was shown as lines already is shown again.
                self.figures += rows_as_claims(block.lines, known)
            elif rows:
                self.add(rows, Source.TABLE)
            return
        restored = restore_log(block.lines, printed)
        told = block.kind is Kind.OUTPUT or announced
        if restored.lines and is_log_of(restored.lines, printed) >= (_SHARE_IF_ANNOUNCED if told else _SHARE):
            self.add(restored.lines, Source.BLOCK, restored.restored)

    def recorded(self) -> RecordedLog | None:
        """Give the log; None where nothing was found."""
        if not any(line.text != "..." for line in self._lines):
            return None
        return RecordedLog(tuple(self._lines), self._sources[0], tuple(dict.fromkeys(self._restored)))


def _below(code: CodeBlock, codes: Sequence[CodeBlock], document: Document) -> Iterator[tuple[Block, bool]]:
    """The blocks between a code and the next one that may be a log, and whether the prose before announces one."""
    end = min((other.place for other in codes if other.place > code.place), default=len(document.blocks))
    announced = False
    for block in document.blocks[code.place + 1 : end]:
        if block.kind is Kind.PROSE:
            said = next((line.text for line in reversed(block.lines) if line.text.strip()), "")
            announced = bool(_ANNOUNCED.search(said))
        yield block, announced
