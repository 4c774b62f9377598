"""From what a run asks for to the call of a function that gives it."""

from collections.abc import Mapping

import libcst as cst

from harness.porting.eager.graph import Asked, Function, Region
from harness.porting.eager.kinds import DEFERRED, Kind, Thing, kind_of
from harness.porting.eager.names import reads
from harness.porting.eager.script import Script
from harness.porting.eager.tree import code, dotted, walk

Regions = tuple[Region, ...]


def closure(steps: frozenset[int], regions: Regions, stop: frozenset[str] = frozenset()) -> frozenset[int]:
    """Give all steps that some steps need, these among them, but for those that give what is fed."""
    found: set[int] = set()
    waiting = list(steps)
    while waiting:
        number = waiting.pop()
        step = step_of(number, regions)
        if number in found or (stop & set(step.writes)):
            continue
        found.add(number)
        waiting.extend(step.needs)
    return frozenset(found)


def step_of(number: int, regions: Regions):  # type: ignore[no-untyped-def]
    """Give a step by its number."""
    return next(region.steps[number] for region in regions if number in region.steps)


def asked_for(node: cst.BaseExpression, things: Mapping[str, Thing], script: Script) -> Asked:
    """Give what one fetch asks for."""
    kind = kind_of(node, things, script.aliases, lambda name: script.helper(name, dict(things)))
    name = dotted(node)
    thing = things.get(name)
    if kind is Kind.SCHEDULE and thing is not None:
        return Asked(f"{name}({thing.counter}).numpy()", direct=True)
    if kind is Kind.VARIABLE:
        single = thing is None or thing.single
        text = (
            f"{code(node)}.numpy()" if single else f"{script.tf}.nest.map_structure(lambda v: v.numpy(), {code(node)})"
        )
        return Asked(text, direct=True, variable=single)
    steps, inputs = needs_of(node, things, script)
    if name and (steps or inputs):
        nested = thing is not None and thing.nested
        return Asked(name, steps, inputs, effect=kind is Kind.EFFECT, nested=nested)
    if steps or inputs:
        return Asked(code(node), steps, inputs, effect=kind is Kind.EFFECT)
    text = code(node)
    if kind is Kind.EFFECT:
        return Asked(text, direct=True, effect=True)
    if not (node.lpar or isinstance(node, cst.Name | cst.Attribute | cst.Call | cst.Subscript)):
        text = f"({text})"
    return Asked(f"{text}.numpy()", direct=True)


def needs_of(node: cst.CSTNode, things: Mapping[str, Thing], script: Script) -> tuple[frozenset[int], frozenset[str]]:
    """Give the steps and placeholders that an expression reads."""
    names = set(reads(node))
    for each in list(names):
        helper = script.helpers.get(each)
        if helper is not None and each not in things:
            names |= helper.captures
    steps = {things[each].step for each in names if each in things} - {None}
    inputs = {each for each in names if each in things and things[each].kind is Kind.INPUT}
    return frozenset(number for number in steps if number is not None), frozenset(inputs)


def fed_names(feed: cst.BaseExpression | None) -> dict[str, str] | None:
    """Give what a feed that is written out feeds, as texts; None for one that is not."""
    if feed is None:
        return {}
    if not isinstance(feed, cst.Dict):
        return None
    found = {}
    for element in feed.elements:
        if not isinstance(element, cst.DictElement) or not dotted(element.key):
            return None
        found[dotted(element.key)] = code(element.value)
    return found


def function_for(
    asked: tuple[Asked, ...],
    things: Mapping[str, Thing],
    regions: Regions,
    script: Script,
    fed: tuple[str, ...],
    also: tuple[str, ...] = (),
) -> Function | None:
    """Give the function that computes what a run asks for, the same one for the same run; None where the steps are of
    several scopes. It takes what is ``fed`` as far as it needs that, and all of ``also``."""
    steps = frozenset(number for each in asked for number in each.steps)
    stop = frozenset(name for name in fed if name in things and things[name].kind is not Kind.INPUT)
    needs = closure(steps, regions, stop)
    owners = [region for region in regions if needs & set(region.steps)]
    if len(owners) > 1:
        return None
    region = owners[0] if owners else regions[0]
    read = {name for each in asked for name in each.inputs}
    read |= {name for number in needs for name in region.steps[number].inputs} | set(also)
    known = {name: spec for each in regions for name, spec in each.inputs.items()}
    # As they are fed: what is fed may be drawn.
    order = [*(name for name in fed if name in known), *(name for name in known if name not in fed)]
    inputs = tuple(name for name in order if name in read and not known[name].default)
    inputs += tuple(sorted(stop))  # they have no default, and stand before what has one
    inputs += tuple(name for name in known if name in read and known[name].default)
    for made in region.functions:
        if made.asked == asked and set(made.inputs) == set(inputs) and made.needs == needs:
            return made
    specs = max((known[name].place for name in inputs if name in known), default=0)
    place = max((region.steps[number].place for number in needs), default=specs)
    always = frozenset(name for name in inputs if name in known and known[name].always)
    function = Function(_name(asked, script), asked, needs, inputs, place, stop, always=always)
    region.functions.append(function)
    return function


def merged_summaries(region: Region) -> Asked:
    """Give all numbers that are summed up in a region, as a dictionary by their names."""
    numbers = [each for each in region.summaries if each[0] == "scalar"]
    items = ", ".join(f"{name}: {value}" for _, name, value, _, _ in numbers)
    steps = frozenset(number for each in numbers for number in each[3])
    inputs = frozenset(name for each in numbers for name in each[4])
    return Asked("{" + items + "}", steps, inputs, nested=True)


def _name(asked: tuple[Asked, ...], script: Script) -> str:
    effects = [each.text for each in asked if each.effect]
    values = [each.text for each in asked if not each.effect and each.text.isidentifier()]
    if effects:
        trains = len(effects) == 1 and "train" in effects[0].lower()
        name = effects[0] if trains else "train_step" if any(_trains(each) for each in effects) else f"run_{effects[0]}"
        if not name.isidentifier():
            name = "update"
        if name in script.used:
            name = "_and_".join([name, *values]) if len(values) < 3 else f"{name}_and_more"
        if name in script.used:
            name = script.name(name)
        script.taken.add(name)
        script.used.add(name)
        return name
    if len(asked) == 1 and values:
        return script.name(f"compute_{values[0].lstrip('_')}")
    if 1 < len(values) == len(asked) < 3:
        return script.name("compute_" + "_and_".join(values))
    return script.name("evaluate")


def _trains(name: str) -> bool:
    if any(word in name.lower() for word in ("copy", "assign", "replace", "sync")):
        return False
    return any(word in name.lower() for word in ("optim", "train", "step", "solver", "minimi", "op"))


def replaced_name(node: cst.BaseExpression, name: str, new: cst.BaseExpression) -> cst.BaseExpression:
    """Put an expression in the place of a name."""

    class _Replace(cst.CSTTransformer):
        def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
            return new if original_node.value == name else updated_node

    changed = node.visit(_Replace())
    assert isinstance(changed, cst.BaseExpression)
    return changed


def single_name(node: cst.BaseExpression, things: Mapping[str, Thing]) -> str:
    """Give the one name that a run computes in an expression, an empty text where there are several."""
    names = [name for name in reads(node) if name in things and things[name].kind in DEFERRED]
    count = sum(1 for each in walk(node) if isinstance(each, cst.Name) and names and each.value == names[0])
    return names[0] if len(names) == 1 and count == 1 else ""
