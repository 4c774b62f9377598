"""Races of a side: fetches whose value depends on whether a variable is read before or after it is updated, which no
edge of the graph says. The prelude ``races`` reads them off the graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from harness.diagnose.evidence.evidence import Side

PRELUDE = "races"
# The prelude that gives races an order.
ORDERED = "ordered"
# The patch that does.
PATCH = "forced_order"
# What it tells of each.
KIND = "race"


@dataclass(frozen=True)
class Race:
    """A read of a ``variable`` and its ``updates`` (names of ops) in one ``Session.run``, made in a ``line`` of the
    script (None where no line of it made it), and the ``fetch`` whose value hangs on it; that is a ``tensor``, or an op
    whose effect does. ``reads`` is the name of the reading op, or of the fetch itself where that is read ``in_place``.
    ``resource`` tells the two kinds of variables apart; ``elements`` is how many the variable has, None where nobody
    knows."""

    fetch: str
    variable: str
    reads: str
    updates: tuple[str, ...]
    in_place: bool
    resource: bool
    tensor: bool
    elements: int | None
    line: int | None

    @property
    def torn(self) -> bool:
        """Whether the read may see a part of the update: of an array that is updated in its own buffer."""
        return not self.resource and self.elements != 1

    def as_argument(self, order: str) -> dict[str, Any]:
        """Give what the patch ``forced_order`` reads, to have it read ``before`` or ``after`` the updates."""
        return {"reads": self.reads, "updates": list(self.updates), "in_place": self.in_place, "order": order}


def has_looked(side: Side) -> bool:
    """Whether the graphs of a side's run were looked at for races."""
    request = side.origin.request if side.origin is not None else None
    looked = request is not None and any(prelude.name == PRELUDE for prelude in request.preludes)
    return looked or side.has_prelude(PRELUDE)


def races_of(side: Side) -> tuple[Race, ...]:
    """Give the races that were seen, each once, in the order in which they were; what tells of no race is left out.
    Where they have been given an order there are none."""
    if side.origin is not None and any(each.name == ORDERED for each in side.origin.request.preludes):
        return ()
    read = [_race(seen.what) for seen in side.seen if seen.kind == KIND]
    return tuple(dict.fromkeys(race for race in read if race is not None))


def _race(what: Any) -> Race | None:
    if not isinstance(what, Mapping):
        return None
    texts = [what.get(name) for name in ("fetch", "variable", "reads")]
    updates = what.get("updates")
    if not all(isinstance(text, str) for text in texts) or not isinstance(updates, list):
        return None
    return Race(
        str(what["fetch"]),
        str(what["variable"]),
        str(what["reads"]),
        tuple(map(str, updates)),
        bool(what.get("in_place")),
        bool(what.get("resource")),
        bool(what.get("tensor")),
        _count(what.get("elements")),
        _count(what.get("line")),
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
