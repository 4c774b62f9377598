"""In which releases a use is had as it stands: the symbol is there, and takes these arguments."""

from dataclasses import dataclass
from functools import cache

from harness.lint.names import is_private
from harness.lint.uses import Use
from harness.symbols.inner import read_inner
from harness.symbols.signature import Call, Misfit, misfit, read_signature
from harness.symbols.timeline import Symbol, Timeline

_METHODS = ("method", "classmethod")


@dataclass(frozen=True)
class Fit:
    """Whether a release has a use: the ``symbol``, None where it is not there, and why it refuses the arguments."""

    name: str
    symbol: Symbol | None
    misfit: Misfit | None = None

    @property
    def holds(self) -> bool:
        """Whether the use is had as it stands."""
        return self.symbol is not None and self.misfit is None


def fit(timeline: Timeline, use: Use, release: int) -> Fit:
    """Give whether a release has a use by any of the names that it may stand for; the best of them."""
    found = [_fit(timeline, use, name, release) for name in use.names]
    return next((each for each in found if each.holds), next((each for each in found if each.symbol), found[0]))


@cache
def lacking(timeline: Timeline, names: tuple[str, ...], call: Call | None, method: bool) -> frozenset[int]:
    """Give the places of the releases that do not have a use of these names with these arguments; the same uses stand
    in most files."""
    use = Use(names, 0, 0, call, method=method)
    places = range(len(timeline.releases))
    inside = _inside(timeline, names) if not method else {}
    if all(map(is_private, names)):
        return frozenset(place for place, has in inside.items() if not has)
    return frozenset(
        place
        for place in places
        if not inside.get(place, fit(timeline, use, place).holds or is_open(timeline, use, place))
    )


def _inside(timeline: Timeline, names: tuple[str, ...]) -> dict[int, bool]:
    """Whether each release of which that is known, by its place, has one of some names that are not public anywhere."""
    if any(timeline.kinds(name) or _lies_in_public(timeline, name) for name in names):
        return {}
    found = [lacks for name in names if (lacks := read_inner().lacking(name)) is not None]
    places = {place: each for place, each in enumerate(timeline.releases) if each in read_inner().releases}
    return {place: any(each not in lacks for lacks in found) for place, each in places.items()} if found else {}


def _lies_in_public(timeline: Timeline, name: str) -> bool:
    """Whether a name would lie in a module whose public names are known, ``tf.image``: of 1.9 to 1.11 that is a file,
    but it says no more than the scan does. What is below tf.contrib is not all in a scan."""
    above = name.rpartition(".")[0]
    return "module" in timeline.kinds(above) and not above.startswith("tf.contrib")


def is_open(timeline: Timeline, use: Use, release: int) -> bool:
    """Whether nothing can be said of a use in a release: it is a member of an object whose class is itself not there,
    or that is no method of it, or lies in a module of which nothing is known."""
    for name in use.names:
        above = name.rpartition(".")[0]
        # What a layer makes in `build` is no member of its class, or a property of it in some releases alone.
        if use.method and (timeline.at(above, release) is None or timeline.kinds(name).isdisjoint(_METHODS)):
            return True
        known = known_above(timeline, name)
        # Of tf.contrib not all loads everywhere, and what does not is in no scan.
        if known.startswith("tf.contrib") and not timeline.kinds(name) and timeline.at(known, release) is not None:
            return True
    return False


def known_above(timeline: Timeline, name: str) -> str:
    """Give the nearest name above one that some release has, ``tf.contrib`` of ``tf.contrib.text.x``, or ``tf``."""
    above = name.rpartition(".")[0]
    while above not in ("", "tf") and not timeline.kinds(above):
        above = above.rpartition(".")[0]
    return above or "tf"


def _fit(timeline: Timeline, use: Use, name: str, release: int) -> Fit:
    symbol = timeline.at(name, release)
    if symbol is None or use.call is None or not symbol.is_callable:
        return Fit(name, symbol)
    return Fit(name, symbol, misfit(read_signature(symbol.text), use.call))
