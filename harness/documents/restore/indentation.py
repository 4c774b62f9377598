"""Lost indentation: which statements stand in which block, by the grammar first, then by names and habits.

A beam search over the statements in order: its work is the number of statements times the width of the beam times the
depth of the blocks, whatever the text is.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harness.documents.restore.facts import Facts, facts
from harness.documents.restore.frames import Frame, leaving_all, odd_place, staying
from harness.documents.restore.logical import Logical

# How many beginnings are followed, of the likeliest statements and of others; fewer in a text of more statements than
# these, for the time of a search shall not depend on it.
WIDTH, NARROW = 120, 30
_STATEMENTS, _NARROWEST = 100, 8
# Which open blocks a keyword continues.
_CONTINUES = {
    "elif": ("if", "elif"),
    "else": ("if", "elif", "for", "while", "except"),
    "except": ("try", "except"),
    "finally": ("try", "except", "tryelse"),
}
_HINTED = 3.0


@dataclass(frozen=True)
class Arrangement:
    """A depth for each statement, and what that costs: the less, the likelier."""

    cost: float
    depths: tuple[int, ...]


@dataclass(frozen=True)
class _State:
    cost: float
    frames: tuple[Frame, ...]
    depth: int
    before: "_State | None"
    # The keyword of a statement with its body in its own line, which an else may follow.
    inline: str = ""
    opened: bool = False
    decorated: str = ""
    # Names that the functions and sessions behind it knew, and loop variables of loops behind it.
    hidden: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()


def arrangements(
    logicals: Sequence[Logical], limit: int, deadline: float, width: int = WIDTH
) -> tuple[tuple[Arrangement, ...], bool]:
    """Give the likeliest arrangements, the likeliest first, and whether the search came to its end before the
    ``deadline`` (of ``time.process_time``); none at all where the grammar allows none. ``width`` is how many
    beginnings are followed at a time."""
    known = [facts(logical.statement) for logical in logicals]
    wanted = frozenset().union(*(line.statement.reads for line in known if line.gradient))
    width = max(_NARROWEST, min(width, width * _STATEMENTS // max(1, len(known))))
    states = [_State(0.0, (Frame("module", None),), 0, None)]
    for number, line in enumerate(known):
        if time.process_time() > deadline:
            return (), False
        reached = [after for state in states for after in _after(state, line, logicals[number], wanted)]
        reached.sort(key=lambda state: state.cost)
        states = reached[:width]
    found = [Arrangement(state.cost, _depths(state)) for state in states if _may_end(state)]
    return tuple(found[:limit]), True


def _depths(state: _State) -> tuple[int, ...]:
    found = []
    here: _State | None = state
    while here is not None and here.before is not None:
        found.append(here.depth)
        here = here.before
    return tuple(reversed(found))


def _may_end(state: _State) -> bool:
    return not state.opened and not state.decorated and all(frame.kind != "try" for frame in state.frames)


def _after(state: _State, line: Facts, logical: Logical, wanted: frozenset[str]) -> Iterator[_State]:
    deepest = len(state.frames) - 1
    for depth in (deepest,) if state.opened or state.decorated else range(deepest, -1, -1):
        placed = _place(state, line, logical, depth, wanted)
        if placed is not None:
            yield placed


def _place(state: _State, line: Facts, logical: Logical, depth: int, wanted: frozenset[str]) -> _State | None:
    frames, closed = state.frames[: depth + 1], state.frames[depth + 1 :]
    continued = _continued(state, line, closed, depth)
    if continued is None or not _allowed(state, line, frames, closed):
        return None
    cost = (
        state.cost + _cost(state, line, logical.blank, frames, closed, wanted) + _hint_cost(frames, logical.hint, state)
    )
    if line.statement.kind in _CONTINUES and len(closed) > 1:
        cost += 0.8 * (len(closed) - 1)
    if continued in ("for", "while"):
        cost += 4.0
    stale = state.stale.union(*(frame.parameters for frame in closed if frame.kind == "for"))
    stale -= line.statement.binds
    frames, hidden = _merged(frames, closed, state.hidden)
    frames = (*frames[:-1], _with_line(frames, line, logical.hint))
    kind = line.statement.kind
    if line.statement.opens:
        if kind == "else" and continued == "except":
            kind = "tryelse"
        frames = (*frames, _opened(kind, line, frames))
    return _State(
        cost,
        frames,
        depth,
        state,
        inline=kind if kind and not line.statement.opens else "",
        opened=line.statement.opens,
        decorated="static" if line.static else "@" if kind == "decorator" else "",
        hidden=hidden,
        stale=stale,
    )


def _continued(state: _State, line: Facts, closed: tuple[Frame, ...], depth: int) -> str | None:
    """The block that an ``else`` and its like continues, empty for any other line; None where there is none."""
    kind = line.statement.kind
    before = closed[0].kind if closed else state.inline if depth == len(state.frames) - 1 else ""
    if kind in _CONTINUES:
        return before if before in _CONTINUES[kind] else None
    return None if before == "try" else ""


def _allowed(state: _State, line: Facts, frames: tuple[Frame, ...], closed: tuple[Frame, ...]) -> bool:
    if any(frame.kind == "try" for frame in closed[1:]) or (frames[-1].left and not state.opened):
        return False
    if state.decorated and line.statement.kind not in ("def", "class", "decorator"):
        return False
    kinds = [frame.kind for frame in frames]
    if line.returns and "def" not in kinds:
        return False
    if line.loops_out:
        inside = kinds[len(kinds) - 1 - kinds[::-1].index("def") :] if "def" in kinds else kinds
        return "for" in inside or "while" in inside
    return True


def _cost(
    state: _State,
    line: Facts,
    blank: int,
    frames: tuple[Frame, ...],
    closed: tuple[Frame, ...],
    wanted: frozenset[str],
) -> float:
    visible = frozenset().union(*(frame.fresh for frame in frames))
    cost = leaving_all(closed, line, blank, visible) if line.statement.kind not in _CONTINUES else 0.0
    if not state.opened and frames[-1].kind != "module":
        cost += staying(frames[-1], line, blank)
        nested = sum(frame.kind in ("for", "while") for frame in frames) > 1 and frames[-1].kind in ("for", "while")
        if nested and not line.works and not line.statement.reads & (frames[-1].fresh | frames[-1].parameters):
            cost += 0.9
        # A line that stands in outer blocks for no reason of its own is as odd there.
        cost += sum(2.0 for frame in frames[1:-1] if frame.kind == "def" and blank > 1)
    static = state.decorated == "static"
    if not (static and frames[-1].kind == "class"):
        cost += odd_place(line, frames)
    if line.statement.reads & (state.hidden - visible):
        cost += 6.0
    if line.statement.reads & state.stale:
        cost += 2.5
    if line.statement.binds & wanted and not any(frame.tape for frame in frames) and any(f.tape for f in closed):
        cost += 2.0
    if any(
        frame.kind == "def" and frame.header and line.statement.reads & frame.header.statement.binds for frame in frames
    ):
        cost += 3.0
    return cost


def _hint_cost(frames: tuple[Frame, ...], hint: int | None, state: _State) -> float:
    if hint is None:
        return 0.0
    if state.opened:
        outer = frames[-2].hint
        return _HINTED if outer is not None and hint <= outer else 0.0
    return _HINTED if frames[-1].hint is not None and frames[-1].hint != hint else 0.0


def _merged(
    frames: tuple[Frame, ...], closed: tuple[Frame, ...], hidden: frozenset[str]
) -> tuple[tuple[Frame, ...], frozenset[str]]:
    """The names of closed blocks become those of the block around them; those of a function are hidden."""
    if not closed:
        return frames, hidden
    fresh: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    broken = False
    for frame in reversed(closed):
        fresh, bound, used = fresh | frame.fresh, bound | frame.bound, used | frame.used
        broken = (broken or frame.broken) and frame.kind not in ("for", "while")
        if frame.kind == "with" and not frame.tape:
            # A closed session or file is of no use any more; a tape is.
            hidden |= frame.parameters
            fresh -= frame.parameters
        if frame.kind in ("def", "class"):
            hidden |= fresh
            fresh = bound = used = frozenset()
    last = frames[-1]
    last = replace(
        last,
        fresh=last.fresh | fresh,
        bound=last.bound | bound,
        used=last.used | used,
        broken=last.broken or broken,
        printed=last.printed or any(frame.printed for frame in closed if frame.kind not in ("def", "class")),
    )
    return (*frames[:-1], last), hidden


def _with_line(frames: tuple[Frame, ...], line: Facts, hint: int | None) -> Frame:
    frame = frames[-1]
    binds = line.statement.binds - line.statement.parameters if line.statement.kind != "with" else frozenset()
    outer = frozenset().union(*(part.fresh for part in frames[:-1]))
    return Frame(
        frame.kind,
        frame.header,
        frame.parameters,
        frame.fresh | (binds - outer),
        frame.bound | binds | line.touched,
        frame.used | line.statement.reads,
        left=frame.left or line.statement.leaves,
        broken=frame.broken or line.statement.text.startswith(("break", "return")),
        printed=frame.printed or line.prints,
        lines=frame.lines + 1,
        hint=frame.hint if frame.lines else hint,
    )


def _opened(kind: str, line: Facts, frames: tuple[Frame, ...]) -> Frame:
    outer = frozenset().union(*(part.fresh for part in frames))
    parameters = line.statement.parameters
    fresh = parameters if kind == "def" else parameters - outer
    used = line.statement.reads if kind in ("if", "elif", "while") else frozenset()
    return Frame(kind, line, parameters, fresh, parameters, used)
