"""Which program of a document each block belongs to that may be its log: the one above it, unless another prints so."""

from collections.abc import Iterator, Mapping, Sequence

from harness.documents.code_blocks import CodeBlock
from harness.documents.document import TABLE, Block, Document, Kind
from harness.documents.example import Role
from harness.documents.programs import Program
from harness.documents.restore.fitting import is_log_of
from harness.documents.restore.log import restore_log
from harness.documents.restore.templates import PrintTemplate, templates

_RUNS = (Role.WHOLE, Role.VARIATION)
# So much of a block has to fit what a program prints for it to be its log wherever it stands.
_SHARE = 0.5


def owners_of(
    document: Document, codes: Sequence[CodeBlock], programs: Sequence[Program]
) -> Mapping[int, tuple[Program, str]]:
    """Give the program that each block is below, or a log of, by the place of the block, and the line of prose above it
    (empty: none). Blocks above all code that are no log have none."""
    printed = {program.blocks: templates(program.readings[0].text) for program in programs if program.role in _RUNS}
    return {
        place: (owner, said)
        for place, block, nearest, said in _in_turn(document, codes, programs)
        if (owner := _owner(block, nearest, _next(place, codes, programs), programs, printed)) is not None
    }


def _in_turn(
    document: Document, codes: Sequence[CodeBlock], programs: Sequence[Program]
) -> Iterator[tuple[int, Block, Program | None, str]]:
    """Each block that is no code, the program above it, and the line of prose above it."""
    numbers = {code.place: code.number for code in codes}
    nearest: Program | None = None
    said = ""
    for place, block in enumerate(document.blocks):
        if place in numbers:
            nearest, said = _program_with(numbers[place], programs), ""
            continue
        if block.kind is Kind.PROSE:
            said = next((line.text for line in reversed(block.lines) if line.text.strip()), "")
        yield place, block, nearest, said


def _program_with(number: int, programs: Sequence[Program]) -> Program | None:
    """The program that a block of code is in or, of an excerpt, that it is taken from."""
    found = next((program for program in programs if number in program.blocks), None)
    if found is not None and found.role is Role.EXCERPT and found.of is not None:
        found = next((each for each in programs if each.role is Role.WHOLE and found.of in each.blocks), None)
    return found if found is not None and found.role in _RUNS else None


def _next(place: int, codes: Sequence[CodeBlock], programs: Sequence[Program]) -> Program | None:
    below = next((code for code in codes if code.place > place), None)
    return _program_with(below.number, programs) if below is not None else None


def _owner(
    block: Block,
    nearest: Program | None,
    below: Program | None,
    programs: Sequence[Program],
    printed: Mapping[tuple[int, ...], Sequence[PrintTemplate]],
) -> Program | None:
    if block.kind is Kind.PROSE or block.language == TABLE:
        return nearest
    if nearest is not None and _fits(block, printed[nearest.blocks]):
        return nearest
    others = [each for each in reversed(programs) if each.blocks in printed and each is not nearest]
    others.sort(key=lambda each: each is not below)
    before = [each for each in others if each is below or nearest is None or each.blocks[0] < nearest.blocks[0]]
    for program in before:
        # Values alone look like those of any other print.
        if _fits(block, [each for each in printed[program.blocks] if not each.bare]):
            return program
    return nearest


def _fits(block: Block, printed: Sequence[PrintTemplate]) -> bool:
    return bool(printed) and is_log_of(restore_log(block.lines, printed).lines, printed) >= _SHARE
