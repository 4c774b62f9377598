"""The examples of a document: its programs, each with the logs that belong to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from harness.documents.code_blocks import CodeBlock, code_blocks
from harness.documents.document import Document
from harness.documents.example import Example, Role
from harness.documents.example_claims import claims_of
from harness.documents.example_log import log_of
from harness.documents.notebook_example import notebook_example
from harness.documents.offered import with_alternatives
from harness.documents.owners import owners_of
from harness.documents.programs import Piece, Program, programs_of
from harness.documents.shown_values import with_values_told
from harness.documents.syntax import prints


def examples_of(document: Document) -> tuple[Example, ...]:
    """Give the examples of a document in the order in which they begin, numbered from 1; code that cannot be restored
    is one without readings."""
    if document.format == "notebook":
        return (notebook_example(document),)
    document = with_values_told(document)
    codes = list(code_blocks(document))
    pieces = [Piece(code.number, code.readings) for code in codes if code.readings]
    programs = programs_of(pieces)
    owners = owners_of(document, codes, programs)
    found = [_example(program, codes, document, owners) for program in programs]
    found += [
        Example(0, code.first_line, (code.number,), (), why_not=code.why_not) for code in codes if not code.readings
    ]
    found.sort(key=lambda example: (example.first_line, example.blocks))
    return tuple(_numbered(with_alternatives(found)))


def _example(
    program: Program, codes: Sequence[CodeBlock], document: Document, owners: Mapping[int, tuple[Program, str]]
) -> Example:
    """The example of a program; that it is ``of`` is told by a block of the other one."""
    text = program.readings[0].text
    own = {code.number: code for code in codes}
    log, figures = log_of(program, codes, document, owners)
    shown = {line.number for line in log.lines} if log is not None else set()
    claims = (claim for claim in claims_of(program, codes, document) if claim.line.number not in shown)
    why_not = ""
    if program.role is Role.FRAGMENT:
        why_not = f"it uses {_listed(program.missing)}, which no code of the document defines"
    return Example(
        0,
        own[program.blocks[0]].first_line,
        program.blocks,
        program.readings,
        log,
        (*claims, *figures),
        program.role,
        program.of,
        why_not,
        () if prints(text) or program.role is not Role.WHOLE else ("it prints nothing",),
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
