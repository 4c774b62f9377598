"""What the prose around a program claims of it."""

import re
from collections.abc import Sequence

from harness.documents.claims import figures_in, stays_in
from harness.documents.code_blocks import CodeBlock
from harness.documents.document import Block, Document, Kind, Line
from harness.documents.example import Claim, Role
from harness.documents.programs import Program

# Prose that speaks of the code below it.
_OF_THE_NEXT = re.compile(r"如果|改成|下面|\bif\b|\bbelow\b|\bfollowing\b|instead", re.IGNORECASE)


def claims_of(program: Program, codes: Sequence[CodeBlock], document: Document) -> tuple[Claim, ...]:
    """Give what the prose around a program claims: above it a value that stays, below it that and figures."""
    if program.role not in (Role.WHOLE, Role.VARIATION):
        return ()
    own = [code for code in codes if code.number in program.blocks]
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
