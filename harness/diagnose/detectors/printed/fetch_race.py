"""A fetch race: what one ``Session.run`` fetches reads a variable that the same run updates, without an order."""

import itertools
from collections.abc import Sequence

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.races import PATCH, Race, races_of
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place

_ORDERS = ("before", "after")
# With so many fetches each is given an order of its own, too; that makes four experiments.
_FEW = 2
_CHANGE = (
    "fetch it in a Session.run of its own, before or after the step, or order it by tf.control_dependencies; until "
    "then neither value is the right one, and a port that prints one of them is not wrong"
)


def detect(evidence: Evidence) -> Finding | None:
    """Find a side whose graph leaves open whether a fetched value is read before or after an update, as the prelude
    ``races`` has read it off the graph, where numbers differ.

    The trials run both sides, where both race, with one order forced, then one side: all reads before the updates, all
    after them, and, of two fetches, one before and one after. They cure nothing else: what is ordered stays as it was.
    """
    if not differs(evidence):
        return None
    found = {place: races_of(evidence.side(place)) for place in (Place.RIGHT, Place.LEFT)}
    racing = [place for place, races in found.items() if races]
    if not racing:
        return None
    trials = [change for place in racing for change in _trials(found[place], place)]
    if len(racing) == len(found):
        both = (*found[Place.LEFT], *found[Place.RIGHT])
        trials = [*(_forced(both, [order] * len(both), Place.RIGHT, both=True) for order in _ORDERS), *trials]
    place = racing[0]
    return Finding(
        "fetch-race",
        Confidence.POSSIBLE,
        told(found[place], evidence.side(place).name),
        _CHANGE,
        trials=tuple(trials),
    )


def orders_of(races: Sequence[Race]) -> list[list[str]]:
    """Give the orders that are tried of some races, one for each race: all reads before, all after the updates; of two
    fetches, one before and one after as well."""
    fetches = list(dict.fromkeys(race.fetch for race in races))
    chosen = [(order,) * len(fetches) for order in _ORDERS]
    if len(fetches) == _FEW:
        chosen += [orders for orders in itertools.product(_ORDERS, repeat=_FEW) if len(set(orders)) == _FEW]
    return [[dict(zip(fetches, orders, strict=True))[race.fetch] for race in races] for orders in chosen]


def _trials(races: Sequence[Race], place: Place) -> list[Change]:
    return [_forced(races, orders, place) for orders in orders_of(races)]


def _forced(races: Sequence[Race], orders: Sequence[str], place: Place, *, both: bool = False) -> Change:
    says = ordered(races, orders)
    arguments = [race.as_argument(order) for race, order in zip(races, orders, strict=True)]
    on_both = " on both sides" if both else ""
    return Change(says + on_both, side=place, patch=PATCH, arguments={"races": arguments}, both=both)


def ordered(races: Sequence[Race], orders: Sequence[str]) -> str:
    """Say in which order races read, one order for each: ``loss:0 read before the update``."""
    by_order = {order: [race for race, one in zip(races, orders, strict=True) if one == order] for order in _ORDERS}
    if all(by_order.values()):
        return " and ".join(f"{_fetches(by_order[order])} read {order} the update" for order in _ORDERS)
    return f"{_fetches(races)} read {orders[0]} the update"


def _fetches(races: Sequence[Race]) -> str:
    # What has no value is told by the variable that it stores something made of.
    names = list(dict.fromkeys(race.fetch if race.tensor else race.variable for race in races))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def told(races: Sequence[Race], name: str) -> str:
    """Say what the first of these races of a side is, and how many there are more."""
    race = next((race for race in races if race.tensor), races[0])
    where = f"line {race.line} of {name}" if race.line is not None else name
    same = [each for each in races if each.fetch == race.fetch and each.line == race.line]
    variables = list(dict.fromkeys(each.variable for each in same))
    mixed = len({each.reads for each in same}) > 1 or any(each.torn for each in same)
    values = "from before it, from after it, or mixed" if mixed else "from before it or from after it"
    by = "the fetch itself, in place," if race.in_place else f"op {race.reads}"
    if len(variables) == 1:
        what = f"variable {race.variable}, which {by} reads"
    else:
        some = ", ".join(variables[:3]) + (", ..." if len(variables) > 3 else "")
        what = f"variables {some}, the first of which {by} reads"
    others = len({each.fetch for each in races}) - 1
    more = f"; so do {others} other fetches" if others > 1 else "; so does one other fetch" if others else ""
    if not race.tensor:
        return (
            f"{where} runs {race.fetch}, which has no value, but updates {what} for another update, and no edge of the "
            f"graph orders read and update: what is stored may be made of a value {values}{more}"
        )
    return (
        f"{where} fetches {race.fetch} in the run that updates {what}, and no edge of the graph orders read and "
        f"update: the value may come {values}{more}"
    )


CAUSE = Cause(("fetch-race",), detect)
