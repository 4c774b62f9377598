"""The log of a program: what its code blocks hold, and which of the blocks below them its prints could have printed."""

import re
from collections.abc import Iterator, Sequence

from harness.documents.code_blocks import CodeBlock
from harness.documents.document import ANSWER, Block, Document, Kind, Line
from harness.documents.example import Claim, RecordedLog, Role, Source
from harness.documents.keras_output import is_keras_output
from harness.documents.programs import Program
from harness.documents.restore.fitting import fits, is_log_of
from harness.documents.restore.log import restore_log
from harness.documents.restore.templates import templates
from harness.documents.syntax import prints
from harness.documents.tables import rows_as_claims, rows_as_lines

# Prose that announces a log.
_ANNOUNCED = re.compile(
    r"运行结果|输出|结果|打印|显示如下|如下|output|result|prints?\b|printed|\blogs?\b|looks? like"
    r"|you (?:should|will) (?:see|get)"
    r"|(?:we|it) (?:gets?|gives?|shows?|obtain)|console|terminal|returns?\b",
    re.IGNORECASE,
)
# A line that says nothing else, or ends in the sign for it: what stands below such a line is a log, whatever it looks
# like.
_LABEL = re.compile(
    r"^\W*(?:程序|代码|脚本)?(?:运行|输出|打印|执行)?(?:结果|输出|日志)?(?:如下|为|是)?\W*$"
    r"|^\W*(?:the |sample |example |expected |console |program )?(?:outputs?|results?|out|logs?)(?: is| are|:)?\W*$"
    r"|(?:结果|输出|打印|output|result|prints?|printed|logs?)[^.。]{0,30}[:：]\s*$",
    re.IGNORECASE,
)
# Prose behind which a log is one of other settings.
_CHANGED = re.compile(
    r"改为|改成|换成|如果把|若将|将.{1,20}改|\bchang(?:e|ed|ing)\b.* to\b|\binstead of\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d")
# Languages of blocks that show no output of a script.
_OTHERS = ("bash", "sh", "shell", "json", "yaml", "xml", "html", "cpp", "java")
# A block of which less fits what the code prints is no log of it, unless it is announced.
_SHARE = 0.5
_SHARE_IF_ANNOUNCED = 0.01


def log_of(
    program: Program, codes: Sequence[CodeBlock], document: Document
) -> tuple[RecordedLog | None, tuple[Claim, ...]]:
    """Give the log that a document shows of a program, None where it shows none, and the figures of tables that show
    the same again."""
    text = program.readings[0].text
    own = {code.number: code for code in codes}
    log = _Log(text)
    if program.role in (Role.WHOLE, Role.VARIATION):
        for number in program.blocks:
            code = own[number]
            if code.source is not None and program.role is Role.WHOLE:
                log.add(code.log, code.source)
            for block, said in _below(code, codes, document):
                log.add_block(block, said)
    return log.recorded(), tuple(log.figures)


class _Log:
    """The pieces of the log of a code as they are found."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._printed = templates(code)
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

    def add_block(self, block: Block, said: str) -> None:
        """Put a block behind the others if it is a log of the code; of prose the lines that are. ``said`` is the line
        of prose above it."""
        printed = self._printed
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
        if restored.lines and not _CHANGED.search(said) and self._is_log(block, restored.lines, said):
            self.add(restored.lines, Source.BLOCK, restored.restored)

    def _is_log(self, block: Block, lines: Sequence[Line], said: str) -> bool:
        if block.language == ANSWER or is_keras_output(lines, self._code):
            return True
        if said.strip() and _LABEL.search(said) and prints(self._code) and block.language not in _OTHERS:
            return any(_NUMBER.search(line.text) for line in lines)
        told = block.kind is Kind.OUTPUT or _ANNOUNCED.search(said)
        return is_log_of(lines, self._printed) >= (_SHARE_IF_ANNOUNCED if told else _SHARE)

    def recorded(self) -> RecordedLog | None:
        """Give the log; None where nothing was found."""
        if not any(line.text != "..." for line in self._lines):
            return None
        return RecordedLog(tuple(self._lines), self._sources[0], tuple(dict.fromkeys(self._restored)))


def _below(code: CodeBlock, codes: Sequence[CodeBlock], document: Document) -> Iterator[tuple[Block, str]]:
    """The blocks between a code and the next one that may be a log, each with the line of prose above it."""
    end = min((other.place for other in codes if other.place > code.place), default=len(document.blocks))
    said = ""
    for block in document.blocks[code.place + 1 : end]:
        if block.kind is Kind.PROSE:
            said = next((line.text for line in reversed(block.lines) if line.text.strip()), "")
        yield block, said
