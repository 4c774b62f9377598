"""Programs of a document: blocks of code joined where a later one uses the names of an earlier one.

A block that needs nothing begins a program. One that uses names of the program before it continues that. One that shows
some of its lines again is an excerpt or, with a change in them, a variation: the program with the changed lines in place
of the old ones. One that uses names that nothing defines is a fragment, which nobody can run.
"""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from harness.documents.example import Reading, Role
from harness.documents.syntax import CodeNames, names_of

# Readings of a whole program that are tried, where its blocks can be read in several ways.
_MOST_READINGS = 24
# So much of a block has to stand in an earlier one to be a variation of it.
_ALIKE = 0.5
_FEWEST_LINES = 2


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
    """Code that runs by itself, or does not: what it is made of, in all ways to read it, its role, and ``of`` which program
    (by its place, from 0) it is an excerpt or variation. ``missing`` are the names that a fragment needs."""

    blocks: tuple[int, ...]
    readings: tuple[Reading, ...]
    role: Role = Role.WHOLE
    of: int | None = None
    missing: tuple[str, ...] = ()


def programs_of(pieces: Sequence[Piece]) -> list[Program]:
    """Give the programs of the blocks of a document, in the order in which they begin."""
    programs: list[Program] = []
    current: int | None = None
    for piece in pieces:
        shown = _shown_before(piece, programs)
        if shown is not None:
            programs.append(shown)
            continue
        if current is not None and piece.names.free and "tensorflow" not in piece.names.imports:
            before = names_of(programs[current].readings[0].text)
            missing = piece.names.free - before.defined
            if not missing:
                programs[current] = _joined(programs[current], piece)
                continue
            piece_alone = Program((piece.block,), piece.readings, Role.FRAGMENT, missing=tuple(sorted(missing)))
        else:
            missing = piece.names.free
            piece_alone = Program((piece.block,), piece.readings)
        if missing:
            earlier = _defined_by(programs, missing)
            if earlier is None:
                programs.append(replace(piece_alone, role=Role.FRAGMENT, missing=tuple(sorted(missing))))
            else:
                programs[earlier] = _joined(programs[earlier], piece)
            continue
        programs.append(piece_alone)
        current = len(programs) - 1
    return [_absorbed(place, programs) for place in range(len(programs))]


def _joined(program: Program, piece: Piece) -> Program:
    pairs = islice(product(program.readings, piece.readings), _MOST_READINGS)
    return replace(
        program,
        blocks=(*program.blocks, piece.block),
        readings=tuple(
            Reading(
                _ended(one.text) + other.text,
                (*one.numbers, *other.numbers),
                tuple(dict.fromkeys((*one.restored, *other.restored))),
            )
            for one, other in pairs
        ),
    )


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _defined_by(programs: Sequence[Program], missing: frozenset[str]) -> int | None:
    """The last program that defines these names."""
    for place in range(len(programs) - 1, -1, -1):
        if programs[place].role is Role.WHOLE and missing <= names_of(programs[place].readings[0].text).defined:
            return place
    return None


def _absorbed(place: int, programs: Sequence[Program]) -> Program:
    """A program whose lines all stand in one that is whole and comes later was shown piece by piece before."""
    mine = programs[place]
    if mine.role not in (Role.WHOLE, Role.FRAGMENT):
        return mine
    for later in range(place + 1, len(programs)):
        other = programs[later]
        if other.role is Role.WHOLE and _has_all(_bare(other.readings[0].text), _bare(mine.readings[0].text)):
            return replace(mine, role=Role.EXCERPT, of=later, missing=())
    return mine


def _shown_before(piece: Piece, programs: Sequence[Program]) -> Program | None:
    """The block as an excerpt or a variation of an earlier program; None where it is neither."""
    if "tensorflow" in piece.names.imports or not piece.names.free:
        return None
    mine = _bare(piece.readings[0].text)
    for place in range(len(programs) - 1, -1, -1):
        if programs[place].role is not Role.WHOLE:
            continue
        theirs = _bare(programs[place].readings[0].text)
        if _has_all(theirs, mine):
            return Program((piece.block,), piece.readings, Role.EXCERPT, place)
        varied = tuple(islice(_variations(programs[place], piece), _MOST_READINGS))
        if varied:
            return Program((piece.block,), varied, Role.VARIATION, place)
    return None


def _bare(text: str) -> list[str]:
    return [bare for line in text.split("\n") if (bare := line.partition("#")[0].strip())]


def _has_all(theirs: Sequence[str], mine: Sequence[str]) -> bool:
    """Whether lines stand in others in the same order, one after the other but for lines between them."""
    rest = iter(theirs)
    return bool(mine) and len(mine) < len(theirs) and all(line in rest for line in mine) and _is_dense(theirs, mine)


def _is_dense(theirs: Sequence[str], mine: Sequence[str]) -> bool:
    """Whether the lines stand together: an excerpt, and not a new use of the same few statements."""
    text, part = "\n".join(theirs), "\n".join(mine)
    return part in text or len(mine) * 2 >= len(theirs)


def _variations(program: Program, piece: Piece) -> Iterator[Reading]:
    """The program with the lines of a block in place of those that it shows again, changed."""
    for old in program.readings:
        for new in piece.readings:
            varied = _varied(old, new)
            if varied is not None:
                yield varied


def _varied(old: Reading, new: Reading) -> Reading | None:
    theirs, mine = old.text.rstrip("\n").split("\n"), new.text.rstrip("\n").split("\n")
    mine_at = [place for place, line in enumerate(mine) if line.strip()]
    matcher = difflib.SequenceMatcher(
        None, [line.strip() for line in theirs], [mine[place].strip() for place in mine_at], autojunk=False
    )
    same = [each for each in matcher.get_matching_blocks() if each.size and _says(theirs[each.a : each.a + each.size])]
    matched = sum(each.size for each in same)
    if not same or matched < max(_ALIKE * len(mine_at), 1) or len(mine_at) < _FEWEST_LINES or same[0].b != 0:
        return None
    if matched == len(mine_at) and len(same) == 1:
        return None
    first, last = same[0].a, same[-1].a + same[-1].size
    moved = _indent(theirs[first]) - _indent(mine[mine_at[0]])
    unit = theirs[first][: _indent(theirs[first])]
    lines = [_moved(line, moved, unit) for line in mine]
    return Reading(
        "\n".join([*theirs[:first], *lines, *theirs[last:]]) + "\n",
        (*old.numbers[:first], *new.numbers[: len(mine)], *old.numbers[last:]),
        tuple(dict.fromkeys((*old.restored, *new.restored))),
    )


def _says(lines: Sequence[str]) -> bool:
    return any(line.strip() for line in lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _moved(line: str, by: int, unit: str) -> str:
    if not line.strip() or by == 0:
        return line
    return unit[: max(by, 0)] + line if by > 0 else line[min(-by, _indent(line)) :]
