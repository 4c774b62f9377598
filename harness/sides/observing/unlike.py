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
# What may be unlike though every stage of all steps agrees.
_BEFORE = frozenset([Stage.DATA, Stage.START])


def all_unlike(seen: WatchedSides) -> tuple[Unlike, ...]:
    """Give what was seen to be unlike, in the order of stages. A rate that the optimizers were made with is told of
    these. Of sides that agree in every stage of all steps, calls and settings are no news: the same is written
    otherwise. No two texts that are the same are told."""
    agree = seen.watched.held > 0 and seen.watched.parting is None
    called: tuple[Unlike, ...] = ()
    if seen.sides is not None and not agree:
        called = unlike_calls(*seen.sides, (where(seen.sides[0]), where(seen.sides[1])))
    says_rate = any(each.stage is Stage.UPDATE and "learning_rate" in each.left for each in called)
    steps = [each for each in unlike_steps(seen.watched) if each.stage is not Stage.RATE or not says_rate]
    found = [each for each in (*steps, *called) if each.left != each.right and (not agree or each.stage in _BEFORE)]
    return tuple(sorted(found, key=lambda each: each.stage.place))


def unlike_text(found: tuple[Unlike, ...]) -> list[str]:
    """Give the lines that tell it; none where nothing is unlike."""
    if not found:
        return []
    more = [f"    and {len(found) - _MOST} more (--json FILE has all)"] if len(found) > _MOST else []
    return ["seen to be unlike, whatever comes of it:", *(f"    {each}" for each in found[:_MOST]), *more]


def unlike_document(found: tuple[Unlike, ...]) -> list[dict[str, Any]]:
    """Give the same for ``--json``."""
    return [asdict(each) for each in found]
