"""The calls that a side was seen to make, with the settings that were in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harness.diagnose.evidence.evidence import Side

CALL = "call"
# That someone looked.
_WATCHED = "calls watched"


@dataclass(frozen=True)
class CallSetting:
    """A call of a layer, an optimizer or a function for which settings are known: its public ``symbol``
    (``tf.nn.dropout``), the ``kind`` that is the same in all eras (``dropout``), its ``settings`` as they were in
    force, defaults included, and the line of the script that made it (None where no line of the script did). ``given``
    are the names of the arguments that it gave; all others were defaults."""

    symbol: str
    kind: str
    settings: Mapping[str, Any]
    line: int | None = None
    given: tuple[str, ...] = ()


def calls_of(side: Side) -> tuple[CallSetting, ...]:
    """Give the calls of a side in the order in which they were seen; none of a side that nobody watched. What is none
    of the watcher's own is left out: a script shares its process."""
    return tuple(call for seen in side.seen if seen.kind == CALL and (call := _read(seen.what)) is not None)


def is_watched(side: Side) -> bool:
    """Whether the calls of a side are known."""
    return any(seen.kind in (CALL, _WATCHED) for seen in side.seen)


def _read(what: Any) -> CallSetting | None:
    if not isinstance(what, Mapping):
        return None
    symbol, kind, settings = what.get("symbol"), what.get("kind"), what.get("settings")
    line, given = what.get("line"), what.get("given", [])
    if not (isinstance(symbol, str) and isinstance(kind, str) and isinstance(settings, Mapping)):
        return None
    if not (line is None or isinstance(line, int)) or not isinstance(given, Sequence):
        return None
    return CallSetting(
        symbol, kind, {str(name): value for name, value in settings.items()}, line, tuple(map(str, given))
    )
