"""What several runs share: the functions of other runs that one calls, and blocks of steps that several need."""

from collections.abc import Iterable
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.graph import Function, Region, Step
from harness.porting.eager.names import reads
from harness.porting.eager.script import Script


@dataclass
class Block:
    """Steps that the same functions need. ``function`` is the one that gives just what the block does, where there is
    one."""

    name: str
    steps: list[Step]
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    inputs: frozenset[str]
    place: int
    function: Function | None = None


Covers = dict[str, tuple[Function, ...]]
Item = tuple[int, frozenset[int], list[cst.BaseStatement]]


def covers_of(region: Region) -> Covers:
    """Give the functions of other runs that each function calls: those that give all it needs of what they compute, and
    of two that compute something in common only one, for it may be drawn."""
    found: Covers = {}
    for function in region.functions:
        chosen: list[Function] = []
        taken: set[int] = set()
        others = [each for each in region.functions if _fits(each, function, region)]
        for other in sorted(others, key=lambda each: -len(each.needs)):
            if not other.needs & taken:
                chosen.append(other)
                taken |= other.needs
        found[function.name] = tuple(chosen)
    return found


def _fits(inner: Function, outer: Function, region: Region) -> bool:
    if len(inner.asked) != 1 or inner.asked[0].effect or inner.fed or outer.fed or not inner.needs <= outer.needs:
        return False
    if not set(inner.inputs) <= set(outer.inputs):
        return False
    if inner.always:
        return False  # a gradient through a tf.function asks for one of the iterator, which has none
    name = inner.asked[0].text
    if inner is outer or (inner.needs == outer.needs and outer.asked[0].text.isidentifier() and len(outer.asked) == 1):
        return False
    if (
        not inner.needs
        or not name.isidentifier()
        or not inner.needs <= set(region.steps)
        or not set(inner.inputs) <= set(region.inputs)
    ):
        return False
    if any(region.steps[number].effect or region.steps[number].gradient for number in inner.needs):
        return False
    rest = [region.steps[number] for number in outer.needs - inner.needs if number in region.steps]
    used = {number for step in rest for number in step.needs} | {n for each in outer.asked for n in each.steps}
    if _others(name, inner, outer, rest, region):
        return False
    return used & inner.needs <= inner.asked[0].steps and all(
        region.inputs[each].default == "" for each in inner.inputs
    )


def _others(name: str, inner: Function, outer: Function, rest: list[Step], region: Region) -> bool:
    """Whether a function needs other names of one that gives a name: what a step gives may be several."""
    given = {each for number in inner.asked[0].steps for each in region.steps[number].writes} - {name}
    asked = {each for one in outer.asked for each in _words(one.text)}
    return bool(given & (asked | {each for step in rest for each, _ in step.sources}))


def own_steps(function: Function, covers: Covers) -> frozenset[int]:
    """The steps that a function computes without calling another run's."""
    return function.needs - frozenset(number for each in covers[function.name] for number in each.needs)


def bound_to_gradients(region: Region) -> set[int]:
    """Steps that take gradients, have effects, or need such: they stand in the function of a run."""
    found: set[int] = set()
    for number in sorted(region.steps):
        step = region.steps[number]
        if step.effect or step.gradient is not None or step.needs & found:
            found.add(number)
    return found


def blocks_of(region: Region, script: Script, covers: Covers) -> list[Block]:
    """Give the steps that several functions need, those of the same functions in one block."""
    tied = bound_to_gradients(region)
    users: dict[int, list[int]] = {}
    for place, function in enumerate(region.functions):
        for number in own_steps(function, covers) & set(region.steps):
            users.setdefault(number, []).append(place)
    groups: dict[tuple[int, ...], list[Step]] = {}
    for number in sorted(users):
        if len(users[number]) > 1 and number not in tied:
            groups.setdefault(tuple(users[number]), []).append(region.steps[number])
    return [_block(steps, region, script, covers) for steps in groups.values()]


def _block(steps: list[Step], region: Region, script: Script, covers: Covers) -> Block:
    own = {step.number for step in steps}
    gives = _given(steps, own, region)
    takes: dict[str, None] = {}
    for step in steps:
        for number in sorted(step.needs - own):
            for name in region.steps[number].writes:
                if name in reads(step.statement):
                    takes[name] = None
    inputs = frozenset(name for step in steps for name in step.inputs)
    block = Block("", steps, tuple(takes), tuple(gives), inputs, max(step.place for step in steps))
    for function in region.functions:
        whole = len(function.asked) == 1 and (function.asked[0].text,) == block.gives
        if (
            whole
            and not takes
            and function.needs == own
            and set(function.inputs) <= inputs
            and not (function.fed or function.always)
            and not covers[function.name]
        ):
            block.function = function
            block.name = function.name
            return block
    wanted = f"compute_{block.gives[0]}" if len(block.gives) == 1 else "forward"
    block.name = script.name("forward" if wanted in script.taken else wanted)
    return block


def _given(steps: list[Step], own: set[int], region: Region) -> dict[str, None]:
    """The names of a block that steps outside of it, or runs, ask for."""
    gives: dict[str, None] = {}
    for step in steps:
        for name in step.writes:
            outside = [
                each
                for each in region.steps.values()
                if step.number in each.needs and each.number not in own and name in reads(each.statement)
            ]
            asked = [
                each
                for function in region.functions
                for each in function.asked
                if step.number in each.steps and name in _words(each.text)
            ]
            if outside or asked:
                gives[name] = None
    return gives


def _words(text: str) -> set[str]:
    return reads(cst.parse_expression(text))


def _specs(names: Iterable[str], region: Region) -> tuple[str, ...]:
    """Inputs in the order of their placeholders."""
    wanted = set(names)
    return tuple(name for name in region.inputs if name in wanted) + tuple(sorted(wanted - set(region.inputs)))


def block_inputs(block: Block, region: Region) -> tuple[str, ...]:
    """Give the placeholders that a block takes, in its order."""
    return block.function.inputs if block.function is not None else _specs(block.inputs, region)
