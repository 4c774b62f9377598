"""The log of a program: what its code blocks hold, and which of the blocks below them its prints could have printed."""

import re
from collections.abc import Mapping, Sequence

from harness.documents.code_blocks import CodeBlock
from harness.documents.document import ANSWER, Block, Document, Kind, Line
from harness.documents.example import Claim, RecordedLog, Role, Source
from harness.documents.keras_output import is_keras_output
from harness.documents.programs import Program
from harness.documents.restore.fitting import fits, is_log_of
from harness.documents.restore.log import restore_log
from harness.documents.restore.templates import PrintTemplate, templates
from harness.documents.syntax import prints
from harness.documents.tables import rows_as_claims, rows_as_lines
from harness.logs.documented import ELISION

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
_SPAN = re.compile(r"`([^`]+)`")
# Languages of blocks that show no output of a script.
_OTHERS = ("bash", "sh", "shell", "json", "yaml", "xml", "html", "cpp", "java")
# A block of which less fits what the code prints is no log of it, unless it is announced.
_SHARE = 0.5
_SHARE_IF_ANNOUNCED = 0.01


def log_of(
    program: Program, codes: Sequence[CodeBlock], document: Document, owners: Mapping[int, tuple[Program, str]]
) -> tuple[RecordedLog | None, tuple[Claim, ...]]:
    """Give the log that a document shows of a program, None where it shows none, and the figures of tables that show
    the same again."""
    log = _Log(program.readings[0].text)
    if program.role not in (Role.WHOLE, Role.VARIATION):
        return None, ()
    own = {code.place: code for code in codes if code.number in program.blocks}
    for place, block in enumerate(document.blocks):
        code = own.get(place)
        if code is not None and code.source is not None and program.role is Role.WHOLE:
            log.add(code.log, code.source)
        elif code is None and place in owners and owners[place][0] is program:
            log.add_block(block, owners[place][1])
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
        if self._lines and lines and self._lines[-1].text != ELISION and lines[0].text != ELISION:
            self._lines.append(Line(0, ELISION))
        self._lines += lines
        self._sources.append(source)
        self._restored += restored

    def add_block(self, block: Block, said: str) -> None:
        """Put a block behind the others if it is a log of the code; of prose the lines that are. ``said`` is the line
        of prose above it."""
        printed = self._printed
        if block.kind is Kind.PROSE:
            telling = [each for each in printed if not each.bare]
            lines = tuple(found for line in block.lines for found in _in_prose(line, telling))
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
        if not any(line.text != ELISION for line in self._lines):
            return None
        return RecordedLog(tuple(self._lines), self._sources[0], tuple(dict.fromkeys(self._restored)))


def _in_prose(line: Line, telling: Sequence[PrintTemplate]) -> list[Line]:
    """What a line of prose shows of a log: all of it, or what it has in backticks."""
    if fits(line.text, telling):
        return [line]
    return [Line(line.number, span) for span in _SPAN.findall(line.text) if fits(span, telling)]
