"""All that was seen to be unlike in what two sides compute, for ports that differ in several things at once."""

from dataclasses import asdict
from typing import Any

from harness.diagnose.facts.unlike import unlike_calls
from harness.sides.observing.places import where
from harness.sides.observing.watch import WatchedSides
from harness.watching.unlike import unlike_steps
from harness.words.stage import Stage
from harness.words.unlike import Unlike

_MOST = 8


def all_unlike(seen: WatchedSides) -> tuple[Unlike, ...]:
    """Give what was seen to be unlike, in the order of stages. A rate that the optimizers were made with is told of
    these."""
    called: tuple[Unlike, ...] = ()
    if seen.sides is not None:
        called = unlike_calls(*seen.sides, (where(seen.sides[0]), where(seen.sides[1])))
    says_rate = any(each.stage is Stage.UPDATE and "learning_rate" in each.left for each in called)
    steps = [each for each in unlike_steps(seen.watched) if each.stage is not Stage.RATE or not says_rate]
    return tuple(sorted([*steps, *called], key=lambda each: each.stage.place))


def unlike_text(found: tuple[Unlike, ...]) -> list[str]:
    """Give the lines that tell it; none where nothing is unlike."""
    if not found:
        return []
    more = [f"    and {len(found) - _MOST} more (--json FILE has all)"] if len(found) > _MOST else []
    return ["seen to be unlike, whatever comes of it:", *(f"    {each}" for each in found[:_MOST]), *more]


def unlike_document(found: tuple[Unlike, ...]) -> list[dict[str, Any]]:
    """Give the same for ``--json``."""
    return [asdict(each) for each in found]
