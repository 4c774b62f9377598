"""Two releases: which symbols came, went, or take other arguments."""

from dataclasses import dataclass

from harness.symbols.history import Renamed, argument_changes
from harness.symbols.replacements import argument_names
from harness.symbols.signature import read_signature
from harness.symbols.timeline import Symbol, Timeline

# Not counted: what is not called, and what a class has from another one.
_COUNTED = ("function", "class", "module", "constant", "alias")


@dataclass(frozen=True)
class Difference:
    """Names below a prefix that the later release lacks, that only it has, and that it has with other parameters (the
    changes in words)."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[tuple[str, tuple[str, ...]], ...]


def difference(timeline: Timeline, early: int, late: int, prefix: str = "tf") -> Difference:
    """Give what differs between two releases among the functions, classes and modules below a prefix; of a module that
    is gone or new, its name stands for all of it."""
    gone: list[str] = []
    new: list[str] = []
    changed: list[tuple[str, tuple[str, ...]]] = []
    for name in timeline.names(prefix):
        if not (name == prefix or name.startswith(f"{prefix}.")) or not _is_top(timeline, name):
            continue
        before, after = timeline.at(name, early), timeline.at(name, late)
        if before is None and after is None:
            continue
        if after is None:
            _add(gone, name)
        elif before is None:
            _add(new, name)
        else:
            lines = _lines(before, after, argument_names(timeline, name))
            if lines:
                changed.append((name, lines))
    return Difference(tuple(gone), tuple(new), tuple(changed))


def _is_top(timeline: Timeline, name: str) -> bool:
    return any(span.symbol.kind in _COUNTED for span in timeline.spans(name))


def _add(names: list[str], name: str) -> None:
    if not any(name.startswith(f"{known}.") for known in names[-1:]):
        names.append(name)


def _lines(before: Symbol, after: Symbol, renamed: Renamed) -> tuple[str, ...]:
    if before.is_callable and after.is_callable and before.text and after.text and before.text != after.text:
        return tuple(argument_changes(read_signature(before.text), read_signature(after.text), renamed))
    return ()
