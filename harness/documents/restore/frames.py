"""Blocks that are open while a text is read, and what it costs to stay in one or to leave it.

The costs are plausibility, no grammar: what no Python reads is refused in ``indentation.py``. They are small numbers
that order readings; a name that nothing would have defined weighs more than any habit of layout.
"""

from dataclasses import dataclass, replace

from harness.documents.restore.facts import Facts

_UNDEFINED = 6.0
_LOOPS = ("for", "while")
_CHOICES = ("if", "elif", "else", "except", "finally")


@dataclass(frozen=True)
class Frame:
    """An open block. ``kind`` is its keyword (``module`` for the whole); ``fresh`` are the names that it bound first,
    ``bound`` all that it bound, ``used`` those that it read;
    ``left`` whether nothing can follow in it; ``hint`` the white space its first line has."""

    kind: str
    header: Facts | None
    parameters: frozenset[str] = frozenset()
    fresh: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    left: bool = False
    broken: bool = False
    printed: bool = False
    lines: int = 0
    hint: int | None = None

    @property
    def main(self) -> bool:
        """Whether it is the body of ``if __name__ == "__main__"``."""
        return self.header is not None and self.header.main

    @property
    def tape(self) -> bool:
        """Whether it records on a gradient tape."""
        return self.header is not None and self.kind == "with" and self.header.tape


def leaving_all(closed: tuple[Frame, ...], line: Facts, blank: int, outside: frozenset[str]) -> float:
    """What it costs that a line stands after blocks, the outermost first, outside of them; ``outside`` are
    the names that are known there."""
    if len(closed) < 2:
        return _leaving(closed[0], line, blank, outside) if closed else 0.0
    cost = 0.0
    inner = Frame("", None)
    for frame in reversed(closed):
        whole = replace(
            frame,
            fresh=frame.fresh | inner.fresh,
            bound=frame.bound | inner.bound,
            used=frame.used | inner.used,
            broken=frame.broken or inner.broken,
        )
        cost += _leaving(whole, line, blank, outside)
        inner = (
            Frame("", None)
            if frame.kind in ("def", "class")
            else replace(whole, broken=whole.broken and frame.kind not in _LOOPS)
        )
    return cost


def _leaving(frame: Frame, line: Facts, blank: int, outside: frozenset[str]) -> float:
    used = line.statement.reads
    calm = 0.25 if blank else 0.0
    if frame.kind == "def" and frame.header and used & frame.header.statement.binds:
        # A function is called behind it.
        return 0.0
    if frame.kind == "def":
        return _UNDEFINED * bool((used & frame.fresh) - outside) + (0.0 if frame.left or blank else 0.9)
    if frame.kind == "class":
        return 8.0 if line.method else 0.2
    if frame.main:
        return 3.0
    if frame.kind == "for":
        return 4.0 * bool(used & frame.parameters & frame.fresh) + _leaving_loop(frame, line) - calm
    if frame.kind == "while":
        return _leaving_while(frame) + _leaving_loop(frame, line) - calm
    if frame.tape:
        return 0.0 if line.gradient else 0.7 - calm
    if frame.kind == "with" and frame.parameters:
        return _UNDEFINED * bool(used & frame.parameters) + 1.0 - 2 * calm
    if frame.kind == "with":
        return 0.4 - calm
    return _needs(frame, line, 2.0) + 0.3 - calm / 2


def _leaving_loop(frame: Frame, line: Facts) -> float:
    if line.statement.reads & frame.fresh:
        return 2.0
    if line.counts or line.statement.binds & frame.used:
        return 1.2
    return 0.25 if line.prints or line.ends else 0.5


def _leaving_while(frame: Frame) -> float:
    if frame.header is None:
        return 0.0
    if frame.header.forever:
        return 0.0 if frame.broken else 4.0
    return 0.0 if frame.header.statement.reads & frame.bound else 4.0


def _needs(frame: Frame, line: Facts, cost: float) -> float:
    return cost * bool(line.statement.reads & (frame.fresh - frame.parameters))


def staying(frame: Frame, line: Facts, blank: int) -> float:
    """What it costs that a line stands in a block, behind other lines of it."""
    at_home = bool(line.statement.reads & (frame.fresh | frame.parameters))
    if frame.kind == "def":
        return (0.0 if at_home else 0.7) + (2.0 if blank > 1 else 0.0)
    if frame.kind == "class":
        fits = line.statement.kind in ("def", "decorator", "class") or line.document
        return 0.0 if fits else 2.5 if not line.statement.kind and line.statement.binds else 5.0
    if frame.main:
        return 0.0
    space = 0.3 * min(blank, 2)
    if frame.kind in _LOOPS:
        return _staying_in_loop(frame, line, at_home) + space + 1.2 * line.ends + 2.0 * line.loops_out
    if frame.tape:
        return 4.0 if line.gradient else 0.2 + space + 2.0 * line.works
    if frame.kind in _CHOICES:
        if line.loops_out or line.returns:
            return 0.0
        return (0.0 if at_home else 0.3 if line.prints else 0.6) + space + 1.0 * line.works + 0.4 * line.ends
    if frame.kind == "try":
        return 0.1
    if frame.kind == "with" and frame.parameters:
        return 0.0 if at_home else 0.2
    return space + 0.5 * (line.statement.kind == "with") if frame.kind == "with" else 0.0


def _staying_in_loop(frame: Frame, line: Facts, at_home: bool) -> float:
    if at_home:
        return 0.0
    if frame.kind == "while" and frame.header and line.statement.binds & frame.header.statement.reads:
        return 0.0
    if line.counts or line.statement.binds & frame.used:
        return 0.0
    if line.works:
        return 0.1
    if line.returns:
        return 2.0
    changed = bool(line.statement.reads & frame.bound) or line.evaluates
    if line.prints:
        # What a loop prints is what a log shows; a second print of the same is often the sum of it.
        alone = line.separates
        return (0.2 if alone else 0.7) if frame.printed else 0.15 if changed else 0.5
    return 0.2 if line.statement.reads & frame.bound else 0.4 if line.evaluates else 0.6


def odd_place(line: Facts, frames: tuple[Frame, ...]) -> float:
    """What it costs that a line of this kind stands in these blocks at all."""
    inner = frames[-1].kind
    kind = line.statement.kind
    if len(frames) == 1:
        return 8.0 if line.method or ("self" in line.statement.reads and line.statement.kind != "def") else 0.0
    if line.main:
        return 12.0
    kinds = [frame.kind for frame in frames[1:]]
    cost = 0.0
    if line.imports:
        cost += {"try": 0.0, "except": 0.0, "def": 1.0}.get(inner, 4.0)
    if kind == "class":
        cost += 3.0
    if kind == "def":
        cost += _odd_function(line, inner)
    if line.makes and any(part in ("for", "if", "elif", "else", "while") for part in kinds):
        cost += 1.5
    if line.constant and inner not in ("class", "try") and not frames[-1].main:
        cost += 1.0
    if line.statement.text.startswith(("tf.app.run(", "main(")) and not any(frame.main for frame in frames):
        cost += 6.0
    return cost


def _odd_function(line: Facts, inner: str) -> float:
    if inner == "class":
        return 0.0 if line.method else 4.0
    if line.method:
        return 8.0
    return 1.5 if inner == "def" else 3.0
