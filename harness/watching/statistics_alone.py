"""Batch-norm statistics that one side moves and the other one never does."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.watching.end_statistics import in_order
from harness.watching.pairs import Pairs
from harness.watching.state import has_moved, kept_by_batch_norm
from harness.words.observation import Observation, ObservedVariable

# What a script moves by hand after a step is seen with the next one, and once is no rule.
_FEWEST = 3


@dataclass(frozen=True)
class _Moving:
    name: str
    word: str
    size: int


def statistics_alone(left: Observation, right: Observation, pairs: Pairs) -> str:
    """Say in words which statistic of batch norm one side moves in all of its steps, while the other has one of its
    kind that never moves, and nothing that moves and could be its partner: of as many elements, by whatever name, also
    of what it trains by itself alone. Empty where there is none, and where fewer than three steps were seen; also where
    the other side has no variable of the kind, for it may keep such an average in what is none."""
    if min(len(left.steps), len(right.steps)) < _FEWEST:
        return ""
    sides = (("left", left, right, pairs.only_right), ("right", right, left, pairs.only_left))
    for where, mine, other, trained_alone in sides:
        moving = _ever(other)
        still = Counter(map(kept_by_batch_norm, other.statistics)) - Counter(each.word for each in moving)
        alone = _alone(_always(mine), [*moving, *_trained(other, trained_alone)])
        name = next((each.name for each in alone if still[each.word]), "")
        if name:
            return f"{name} moves on the {where} only"
    return ""


def _alone(mine: Sequence[_Moving], others: Sequence[_Moving]) -> Sequence[_Moving]:
    free = list(others)
    return _without_partners(_without_partners(mine, free, by_word=True), free, by_word=False)


def _without_partners(mine: Sequence[_Moving], free: list[_Moving], *, by_word: bool) -> list[_Moving]:
    """Those that have no partner among the free ones, of which each is taken once."""
    found = []
    for one in mine:
        same = [two for two in free if one.size == two.size and (one.word == two.word or not by_word)]
        if same:
            free.remove(same[0])
        else:
            found.append(one)
    return found


def _always(seen: Observation) -> list[_Moving]:
    """The statistics that move in every step, but for the first one."""
    steps = [{each.name: each for each in _moving_in(seen, at)} for at in range(1, len(seen.steps))]
    return [each for each in steps[0].values() if each.word and all(each.name in step for step in steps)]


def _ever(seen: Observation) -> list[_Moving]:
    return list({each.name: each for at in range(len(seen.steps)) for each in _moving_in(seen, at)}.values())


def _moving_in(seen: Observation, at: int) -> Iterator[_Moving]:
    for name, state in in_order(seen.steps[at].state):
        if state.after is not None and has_moved(state):
            yield _Moving(name, kept_by_batch_norm(state.name), state.after.size)


def _trained(seen: Observation, names: Sequence[str]) -> list[_Moving]:
    found = {each.name: each for step in seen.steps for each in step.variables if each.name in names}
    return [_Moving(each.name, kept_by_batch_norm(each.name), _size(each)) for each in found.values()]


def _size(variable: ObservedVariable) -> int:
    value = variable.before or variable.after
    return value.size if value is not None else 0
