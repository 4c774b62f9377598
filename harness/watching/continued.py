"""A variable that is made anew under its name, in a second graph or model, as one that goes on."""

import re
from collections.abc import Mapping
from dataclasses import replace

from harness.words.observation import Observation, ObservedState, ObservedStep, Reduced

# The second variable of a name, as the watcher counts them.
_SECOND = re.compile(r"(.+) #\d+")


def continued(left: Observation, right: Observation) -> tuple[Observation, Observation]:
    """Give two observations in which the side with more trained variables has those as one of which the first is
    trained no more when the second of its name and shape begins to be: a graph that is built anew names its variables
    as the one before it, and there they are seen as one."""
    mine, theirs = len(_spans(left)), len(_spans(right))
    return _as_one(left) if mine > theirs else left, _as_one(right) if theirs > mine else right


def continuing(seen: Observation, other: Observation) -> dict[str, str]:
    """Give the variables of one observation that go on another one, by their names, where they are held so against the
    other observation."""
    return _names(seen) if len(_spans(seen)) > len(_spans(other)) else {}


def _names(seen: Observation) -> dict[str, str]:
    spans = _spans(seen)
    names: dict[str, str] = {}
    last = {name: span[1] for name, span in spans.items()}
    for name in sorted(spans, key=lambda each: spans[each][0]):
        second = _SECOND.fullmatch(name)
        first = second[1] if second is not None else ""
        if first in last and last[first] < spans[name][0] and spans[first][2] == spans[name][2]:
            names[name] = first
            last[first] = spans[name][1]
    return names


def _as_one(seen: Observation) -> Observation:
    names = _names(seen)
    if not names:
        return seen
    return replace(seen, steps=tuple(_renamed(each, names) for each in seen.steps), end=_ends(seen.end, names))


def _spans(seen: Observation) -> dict[str, tuple[int, int, tuple[int, ...]]]:
    """The first and the last step in which each trained variable is trained, and its shape."""
    found: dict[str, tuple[int, int, tuple[int, ...]]] = {}
    for step in seen.steps:
        for each in step.variables:
            first = found[each.name][0] if each.name in found else step.number
            found[each.name] = (first, step.number, _shape(each.before or each.after))
    return found


def _shape(array: Reduced | None) -> tuple[int, ...]:
    return array.shape if array is not None else ()


def _renamed(step: ObservedStep, names: Mapping[str, str]) -> ObservedStep:
    variables = tuple(replace(each, name=names.get(each.name, each.name)) for each in step.variables)
    return replace(step, variables=variables)


def _ends(end: tuple[ObservedState, ...], names: Mapping[str, str]) -> tuple[ObservedState, ...]:
    """What each comes to: the last one of its name."""
    found = {each.name: each for each in end if each.name not in names}
    found.update({names[each.name]: replace(each, name=names[each.name]) for each in end if each.name in names})
    return tuple(found.values())
