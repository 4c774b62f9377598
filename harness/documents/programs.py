"""Programs of a document: blocks of code joined where a later one uses the names of an earlier one.

A block that needs nothing begins a program. One that uses names of programs before it continues these. One that shows
some of their lines again is an excerpt or, with a change in them, a variation: the program with the changed lines in
place of the old ones. One that uses names that nothing defines is a fragment, which nobody can run; but for those by
which everybody knows a module, ``tf`` and ``np``, whose imports documents leave out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from harness.documents.example import Reading, Role
from harness.documents.syntax import CodeNames, functions_of, names_of, prints
from harness.documents.variations import is_excerpt, reassigned, variations

# Readings of a whole program that are tried, where its blocks can be read in several ways.
_MOST_READINGS = 24
_IMPORTS = {
    "tf": "import tensorflow as tf",
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    **{name: f"import {name}" for name in ("os", "sys", "time", "math", "random", "numpy", "tensorflow")},
}
# What holds for all that follows in the same process.
_SWITCHES = ("enable_", "disable_", "set_seed", "set_random_seed", "random.seed", "InteractiveSession", "graph_def")


@dataclass(frozen=True)
class Piece:
    """A block of code: its number, from 1, the ways to read it, and its names by the first of them."""

    block: int
    readings: tuple[Reading, ...]
    names: CodeNames = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", names_of(self.readings[0].text))


@dataclass(frozen=True)
class Program:
    """Code that runs by itself, or does not: what it is made of, in all ways to read it, its role, and ``of`` the
    program with which block it is an excerpt or variation. ``missing`` are the names that a fragment needs."""

    blocks: tuple[int, ...]
    readings: tuple[Reading, ...]
    role: Role = Role.WHOLE
    of: int | None = None
    missing: tuple[str, ...] = ()


def programs_of(pieces: Sequence[Piece]) -> list[Program]:
    """Give the programs of the blocks of a document, in the order in which they begin."""
    programs: list[Program] = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        shown = _shown_before(piece, programs) or _set_again(piece, following, programs)
        if shown is not None and not (shown.role is Role.VARIATION and _is_called(piece, pieces[place + 1 :])):
            programs.append(shown)
            continue
        alone = Program((piece.block,), piece.readings)
        needed, missing = _providers(programs, piece.names.free)
        if missing - _IMPORTS.keys():
            programs.append(replace(alone, role=Role.FRAGMENT, missing=tuple(sorted(missing))))
            continue
        if missing:
            alone = replace(alone, readings=tuple(_importing(reading, missing) for reading in alone.readings))
        for program in needed:
            programs.remove(program)
        programs.append(_joined([*needed, alone]))
    programs.sort(key=lambda program: program.blocks)
    return [_absorbed(place, programs) for place in range(len(programs))]


def _providers(programs: Sequence[Program], free: frozenset[str]) -> tuple[list[Program], frozenset[str]]:
    """The programs that define what a block needs, the last ones that do, in their order; and what none defines. What
    needs modules alone stands by itself, unless a program before it switched something for all that follows."""
    missing = set(free)
    needed: list[Program] = []
    for program in reversed(programs):
        if program.role is not Role.WHOLE or not missing:
            continue
        if (
            missing <= _IMPORTS.keys()
            and not needed
            and not any(word in program.readings[0].text for word in _SWITCHES)
        ):
            continue
        defined = names_of(program.readings[0].text).defined & missing
        if defined:
            needed.append(program)
            missing -= defined
    return needed[::-1], frozenset(missing)


def _importing(reading: Reading, missing: frozenset[str]) -> Reading:
    lines = [_IMPORTS[name] for name in sorted(missing)]
    return Reading(
        "".join(f"{line}\n" for line in lines) + reading.text,
        (*(0 for _ in lines), *reading.numbers),
        (*reading.restored, "imports"),
    )


def _joined(programs: Sequence[Program]) -> Program:
    if len(programs) == 1:
        return programs[0]
    combined = islice(product(*(program.readings for program in programs)), _MOST_READINGS)
    return Program(
        tuple(block for program in programs for block in program.blocks),
        tuple(
            Reading(
                "".join(_ended(each.text) for each in several),
                tuple(number for each in several for number in _numbers(each)),
                tuple(dict.fromkeys(word for each in several for word in each.restored)),
            )
            for several in combined
        ),
    )


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _numbers(reading: Reading) -> tuple[int, ...]:
    """The numbers of the lines of a text that ends in a line break."""
    count = _ended(reading.text).count("\n")
    return (*reading.numbers[:count], *(0 for _ in range(count - len(reading.numbers))))


def _absorbed(place: int, programs: Sequence[Program]) -> Program:
    """A program whose lines all stand in one that is whole and comes later was shown piece by piece before."""
    mine = programs[place]
    if mine.role not in (Role.WHOLE, Role.FRAGMENT):
        return mine
    for other in programs[place + 1 :]:
        if other.role is Role.WHOLE and is_excerpt(other.readings[0].text, mine.readings[0].text):
            return replace(mine, role=Role.EXCERPT, of=other.blocks[0], missing=())
    return mine


def _is_called(piece: Piece, following: Sequence[Piece]) -> bool:
    """Whether code further down calls a function that a block defines: then it is no change to try, but goes on."""
    return any(functions_of(piece.readings[0].text) & each.names.free for each in following)


def _set_again(piece: Piece, following: Piece | None, programs: Sequence[Program]) -> Program | None:
    """The block as a variation of the program above it where it only assigns again what that has assigned before it
    printed, and nothing goes on from there: behind the end it would change nothing that is seen."""
    goes_on = following is not None and "tensorflow" not in following.names.imports
    last = programs[-1] if programs else None
    if last is None or last.role is not Role.WHOLE or goes_on or not prints(last.readings[0].text):
        return None
    varied = tuple(islice(reassigned(last.readings, piece.readings[0]), _MOST_READINGS))
    return Program((piece.block,), varied, Role.VARIATION, last.blocks[0]) if varied else None


def _shown_before(piece: Piece, programs: Sequence[Program]) -> Program | None:
    """The block as an excerpt or a variation of an earlier program; None where it is neither."""
    if "tensorflow" in piece.names.imports or not piece.names.free - _IMPORTS.keys():
        return None
    for program in reversed(programs):
        if program.role is not Role.WHOLE:
            continue
        if is_excerpt(program.readings[0].text, piece.readings[0].text):
            return Program((piece.block,), piece.readings, Role.EXCERPT, program.blocks[0])
        varied = tuple(islice(variations(program.readings, piece.readings), _MOST_READINGS))
        if varied:
            return Program((piece.block,), varied, Role.VARIATION, program.blocks[0])
    return None
