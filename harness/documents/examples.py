"""The examples of a document: its programs, each with the logs that belong to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harness.documents.alternatives import Alternative, alternatives
from harness.documents.claims import figures_in, stays_in
from harness.documents.comment_logs import comment_log
from harness.documents.document import Block, Document, Kind, Line
from harness.documents.example import Claim, Example, Reading, RecordedLog, Role, Source
from harness.documents.notebook_example import notebook_example
from harness.documents.programs import Piece, Program, programs_of
from harness.documents.restore.fitting import fits, is_log_of
from harness.documents.restore.log import restore_log
from harness.documents.restore.readings import NoReadingError, readings
from harness.documents.restore.templates import PrintTemplate, templates
from harness.documents.sessions import is_session, read_session
from harness.documents.syntax import prints
from harness.documents.tables import rows_as_claims, rows_as_lines
from harness.scripts.cells.magics import without_magics

# Prose that announces a log.
_ANNOUNCED = re.compile(
    r"运行结果|输出|结果|打印|显示如下|如下|output|result|prints?\b|printed|\blogs?\b|looks? like"
    r"|you (?:should|will) (?:see|get)"
    r"|(?:we|it) (?:gets?|gives?|shows?|obtain)|console|terminal|returns?\b",
    re.IGNORECASE,
)
# Prose that speaks of the code below it.
_OF_THE_NEXT = re.compile(r"如果|改成|下面|\bif\b|\bbelow\b|\bfollowing\b|instead", re.IGNORECASE)
# A block of which less fits what the code prints is no log of it, unless it is announced.
_SHARE = 0.5
_SHARE_IF_ANNOUNCED = 0.01


@dataclass(frozen=True)
class _Code:
    """A block of code taken apart: the ways to read it, and the lines of a log that stand in it."""

    block: int
    place: int
    first_line: int
    readings: tuple[Reading, ...]
    log: tuple[Line, ...]
    source: Source | None
    why_not: str = ""


def examples_of(document: Document) -> tuple[Example, ...]:
    """Give the examples of a document in the order in which they begin, numbered from 1; code that cannot be restored
    is one without readings."""
    if document.format == "notebook":
        return (notebook_example(document),)
    codes = [_code(number, place, block) for number, (place, block) in enumerate(_code_blocks(document), start=1)]
    pieces = [Piece(code.block, code.readings) for code in codes if code.readings]
    programs = programs_of(pieces)
    found = [_example(program, codes, document) for program in programs]
    found += [
        Example(0, code.first_line, (code.block,), (), why_not=code.why_not) for code in codes if not code.readings
    ]
    found.sort(key=lambda example: (example.first_line, example.blocks))
    return tuple(_numbered(_with_alternatives(found)))


def _code_blocks(document: Document) -> Iterator[tuple[int, Block]]:
    return ((place, block) for place, block in enumerate(document.blocks) if block.kind is Kind.CODE)


def _code(number: int, place: int, block: Block) -> _Code:
    first = next((line.number for line in block.lines if line.text.strip()), 0)
    if not block.exact and is_session(block.lines):
        try:
            session = read_session(block.lines)
        except ValueError as error:
            return _Code(number, place, first, (), (), None, f"its prompts cannot be read: {error}")
        reading = Reading(
            "".join(f"{line.text}\n" for line in session.code), tuple(line.number for line in session.code)
        )
        return _Code(number, place, first, (reading,), session.answers, Source.SESSION)
    block = _without_magics(block)
    try:
        found = (
            (Reading(block.text, tuple(line.number for line in block.lines)),) if block.exact else readings(block.lines)
        )
    except NoReadingError as error:
        return _Code(number, place, first, (), (), None, str(error))
    likeliest = found[0]
    log = comment_log(likeliest.text, likeliest.numbers, templates(likeliest.text))
    return _Code(number, place, first, found, log, Source.COMMENTS if log else None)


def _without_magics(block: Block) -> Block:
    """A block without what only IPython understands; most have nothing of that."""
    if block.exact or not any(line.text.lstrip().startswith(("%", "!")) for line in block.lines):
        return block
    plain = without_magics([line.text for line in block.lines])
    lines = tuple(replace(line, text=text) for line, text in zip(block.lines, plain.lines, strict=True))
    return replace(block, lines=lines)


def _example(program: Program, codes: Sequence[_Code], document: Document) -> Example:
    """The example of a program; that it is ``of`` is told by a block of the other one."""
    text = program.readings[0].text
    printed = templates(text)
    own = {code.block: code for code in codes}
    log = _Log()
    if program.role in (Role.WHOLE, Role.VARIATION):
        for number in program.blocks:
            code = own[number]
            if code.source is not None and program.role is Role.WHOLE:
                log.add(code.log, code.source)
            for block, announced in _below(code, codes, document):
                log.add_block(block, printed, announced=announced)
    why_not = ""
    if program.role is Role.FRAGMENT:
        why_not = f"it uses {_listed(program.missing)}, which no code of the document defines"
    return Example(
        0,
        own[program.blocks[0]].first_line,
        program.blocks,
        program.readings,
        log.recorded(),
        (*_claims(program, codes, document), *log.figures),
        program.role,
        program.of,
        why_not,
        () if prints(text) or program.role is not Role.WHOLE else ("it prints nothing",),
    )


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


def _below(code: _Code, codes: Sequence[_Code], document: Document) -> Iterator[tuple[Block, bool]]:
    """The blocks between a code and the next one that may be a log, and whether the prose before announces one."""
    end = min((other.place for other in codes if other.place > code.place), default=len(document.blocks))
    announced = False
    for block in document.blocks[code.place + 1 : end]:
        if block.kind is Kind.PROSE:
            said = next((line.text for line in reversed(block.lines) if line.text.strip()), "")
            announced = bool(_ANNOUNCED.search(said))
        yield block, announced


def _claims(program: Program, codes: Sequence[_Code], document: Document) -> tuple[Claim, ...]:
    """What the prose around a program claims: above it a value that stays, below it that and figures."""
    if program.role not in (Role.WHOLE, Role.VARIATION):
        return ()
    own = [code for code in codes if code.block in program.blocks]
    first, last = own[0].place, own[-1].place
    before = max((code.place for code in codes if code.place < first), default=-1)
    after = min((code.place for code in codes if code.place > last), default=len(document.blocks))
    found: list[Claim] = []
    above = [block for block in document.blocks[before + 1 : first] if block.kind is Kind.PROSE]
    below = [block for block in document.blocks[last + 1 : after] if block.kind in (Kind.PROSE, Kind.PREFORMATTED)]
    if program.role is Role.VARIATION:
        found += stays_in(_lines(above))
    elif not _varied_next(after, document):
        found += stays_in(_lines([block for block in below if block.kind is Kind.PROSE]))
    found += figures_in(_lines(below))
    return tuple(found)


def _lines(blocks: Sequence[Block]) -> list[Line]:
    return [line for block in blocks for line in block.lines]


def _varied_next(place: int, document: Document) -> bool:
    """Whether the prose before the next code speaks of that code: what is said of `the code below` is no word on the
    one above."""
    said = "".join(line.text for block in document.blocks[max(place - 2, 0) : place] for line in block.lines)
    return place < len(document.blocks) and bool(_OF_THE_NEXT.search(said))


def _with_alternatives(examples: Sequence[Example]) -> list[Example]:
    """The examples, and behind each those that its code offers in comments, where a figure names one of them."""
    found: list[Example] = []
    for example in examples:
        offered = list(alternatives(example.readings[0])) if example.readings else []
        named = [(each, _of(each.words, example.claims)) for each in offered]
        if not any(claims for _, claims in named):
            found.append(example)
            continue
        taken = [claim for _, claims in named for claim in claims]
        left = tuple(claim for claim in example.claims if claim not in taken)
        found.append(replace(example, claims=left))
        found += [_alternative(example, each, claims) for each, claims in named if claims]
    return found


def _of(words: frozenset[str], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.name in words and not claim.stays)


def _alternative(example: Example, offered: Alternative, claims: tuple[Claim, ...]) -> Example:
    remark = f"with line {offered.line}, which is a comment there, in place of the statement above it"
    return replace(
        example,
        first_line=offered.line,
        readings=(offered.reading,),
        log=None,
        claims=claims,
        role=Role.VARIATION,
        of=example.blocks[0],
        remarks=(remark,),
    )


def _numbered(examples: Sequence[Example]) -> Iterator[Example]:
    """The examples with their numbers, and those of the ones that they are of, in place of a block's."""
    whole = {
        block: number
        for number, example in reversed(list(enumerate(examples, start=1)))
        if example.role is Role.WHOLE
        for block in example.blocks
    }
    for number, example in enumerate(examples, start=1):
        yield replace(example, number=number, of=whole.get(example.of) if example.of is not None else None)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
