"""Reading what the watcher told of a run into an observation."""

from collections.abc import Iterable, Mapping
from typing import Any

from harness.targets.report import Seen
from harness.words.observation import (
    Observation,
    ObservedLayer,
    ObservedState,
    ObservedStep,
    ObservedVariable,
    Reduced,
)


def read_observation(seen: Iterable[Seen]) -> Observation:
    """Give what was seen of a run. What is not as the watcher writes it is left out and told in a remark: a script
    shares its process with the watcher and may do anything to it."""
    steps: list[ObservedStep] = []
    end: tuple[ObservedState, ...] = ()
    remarks: list[str] = []
    started: list[str] = []
    statistics: tuple[str, ...] = ()
    count, loose = None, None
    for each in seen:
        try:
            match each.kind:
                case "step":
                    steps.append(_step(each.what))
                case "end":
                    end = (*end, *(ObservedState(str(name), after=read_reduced(value)) for name, value in each.what))
                case "steps":
                    count = int(each.what)
                case "loose":
                    loose = int(each.what)
                case "statistics":
                    statistics = (*statistics, *map(str, each.what))
                case "started":
                    started.append(str(each.what))
                case "remark":
                    remarks.append(" ".join(str(each.what).split()))
        except (AttributeError, KeyError, TypeError, ValueError, IndexError, OverflowError):
            remarks.append(f"what was seen of a {each.kind} cannot be read, and is left out")
    number = count if count is not None else max((step.number for step in steps), default=-1) + 1
    told = tuple(dict.fromkeys(remarks))
    return Observation(tuple(steps), number, told, end, tuple(started), loose, statistics=statistics)


def _step(what: Mapping[str, Any]) -> ObservedStep:
    rate = what.get("rate")
    return ObservedStep(
        int(what["number"]),
        str(what.get("way", "")),
        str(what.get("optimizer", "")),
        read_reduced(what.get("loss")),
        None if rate is None else float(rate),
        {str(name): value for name, given in what.get("fed", {}).items() if (value := read_reduced(given)) is not None},
        tuple(_layer(place, each) for place, each in enumerate(what.get("layers", ()))),
        tuple(map(_variable, what.get("variables", ()))),
        tuple(map(_state, what.get("state", ()))),
        tuple(value for each in what.get("read", ()) if (value := read_reduced(each)) is not None),
        str(what.get("loss_of", "")),
    )


def _variable(row: Any) -> ObservedVariable:
    name, before, gradient, after, slots = row
    kept = {str(slot): value for slot, given in slots.items() if (value := read_reduced(given)) is not None}
    return ObservedVariable(str(name), read_reduced(before), read_reduced(gradient), read_reduced(after), kept)


def _state(row: Any) -> ObservedState:
    name, before, after, *apart = row
    return ObservedState(str(name), read_reduced(before), read_reduced(after), bool(apart))


def _layer(place: int, row: Any) -> ObservedLayer:
    kind, name, inputs, values, line = row
    output = read_reduced(values[0]) if values else None
    return ObservedLayer(
        place, str(kind), str(name), tuple(map(int, inputs)), output, None if line is None else int(line)
    )


def read_reduced(given: Any) -> Reduced | None:
    """Give an array as the watcher reduced it. Raises ValueError for one that it did not write."""
    if given is None:
        return None
    dtype, shape, norm, least, most, digest, sample = given
    found = Reduced(
        str(dtype),
        tuple(map(int, shape)),
        float(norm),
        float(least),
        float(most),
        str(digest),
        tuple(map(float, sample)),
    )
    if min(found.shape, default=0) < 0 or len(found.sample) > found.size or (found.size and not found.sample):
        raise ValueError(f"a sample of {len(found.sample)} of {found.size} elements")
    return found
