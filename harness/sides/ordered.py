"""Comparing with an order forced: a left side that races can print several things, each of them as right as the others,
and a port that prints one of them is right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from harness.diagnose.detectors.printed.fetch_race import ordered, orders_of, told
from harness.diagnose.evidence.agreement import met
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides, gather
from harness.diagnose.evidence.races import ORDERED, PRELUDE, Race, races_of
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.judging.traces import Tolerances
from harness.sides.run import Sides, without_keep
from harness.targets.scene import Prelude


@dataclass(frozen=True)
class Ordered:
    """Two sides, the left one with its races in the ``order`` in which most numbers agree, and how they compare then;
    ``race`` says what was open."""

    sides: Sides
    held: SideComparison
    race: str
    order: str


def with_order(
    sides: Sides, held: SideComparison, tolerances: Tolerances, looked: tuple[Side, Side] | None = None
) -> Ordered | None:
    """Where numbers differ and the left side races, as its graph tells, run it again with each order, and give the one
    in which most numbers agree. None where nothing races, where the right side does, too, where most numbers agree in
    the order that the left side has taken by itself, and where as many agree in several orders that print otherwise:
    nothing tells then which of them the right side has. ``looked`` are both sides as they ran with the prelude
    ``races``, None where that is still to be done."""
    if held.passes or sides.left.failure is not None or sides.left.origin is None:
        return None
    races = races_within(sides.left, sides) if looked is None else races_of(looked[0])
    if not races or (races_within(sides.right, sides) if looked is None else races_of(looked[1])):
        return None
    found: list[tuple[int, Ordered]] = []
    for orders in orders_of(races):
        left = _run(sides.left, sides, Prelude(ORDERED, _setting(races, orders)))
        if left is None or left.failure is not None:
            continue
        again = compare_sides(left, sides.right, tolerances)
        words = told(races, sides.left.name), ordered(races, orders)
        count = met(gather(left, sides.right, tolerances, again)).agreeing
        found.append((count, Ordered(replace(sides, left=left), again, *words)))
    most = max((count for count, _ in found), default=-1)
    best = [each for count, each in found if count == most]
    if len({each.sides.left.lines for each in best}) != 1:
        return None
    return best[0] if most >= met(gather(sides.left, sides.right, tolerances, held)).agreeing else None


def ordered_text(found: Ordered | None) -> list[str]:
    """Give the lines that tell it."""
    if found is None:
        return []
    return [f"the left side races: {found.race}", f"compared with {found.order} on the left side"]


def ordered_document(found: Ordered | None) -> dict[str, Any]:
    """Give the same for ``--json``; empty where no order was forced."""
    return {} if found is None else {"race": {"says": found.race, "order": found.order}}


def _setting(races: Sequence[Race], orders: Sequence[str]) -> dict[str, Any]:
    return {"races": [race.as_argument(order) for race, order in zip(races, orders, strict=True)]}


def races_within(side: Side, sides: Sides) -> tuple[Race, ...]:
    """Run a side again, and give the races that its graphs tell of; none for a log."""
    looked = _run(side, sides, Prelude(PRELUDE, {}))
    return races_of(looked) if looked is not None else ()


def _run(side: Side, sides: Sides, prelude: Prelude) -> Side | None:
    """A side run again with a prelude more, what it writes left aside."""
    if side.origin is None:
        return None
    worker = sides.workers[side.origin.python.absolute()]
    request = without_keep(side.origin.request)
    request = replace(request, preludes=(prelude, *request.preludes))
    outcome = worker.submit(request).result()
    return side_of_outcome(side.name, worker.target, replace(side.origin, request=request), outcome)
