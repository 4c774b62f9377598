"""A run as the call of a function: its arguments, and what comes of what it gives."""

from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.graph import Asked, Function
from harness.porting.eager.runs import Run
from harness.porting.eager.script import Script
from harness.porting.eager.tree import code, dotted, expression, walk

# Stand for a statement of which nothing is left; within another, for the None that it gave, and for a Session.
GONE = "__gone__"
GONE_SESSION = "__gone_session__"


@dataclass(frozen=True)
class Place:
    """A run where it stands: the call, as it was and with what is in it rewritten, and so the run (``later``); what it
    feeds, by name, as texts (``texts`` are those of later), or by a call of a function (``also``); whether it is a
    statement, or assigned to what."""

    original: cst.Call
    updated: cst.Call
    run: Run
    later: Run | None
    fed: dict[str, str] | None
    texts: dict[str, str] | None
    also: tuple[str, ...]
    statement: bool
    target: cst.BaseAssignTargetExpression | None


def call_of(function: Function, here: Place, script: Script) -> str:
    """Give the call of a function that stands for a run, with what the run feeds."""
    feed = here.later.feed if here.later is not None else None
    if here.fed is not None:
        given = dict(here.texts if here.texts is not None else here.fed) | {name: name for name in function.always}
        asked_in = [name for name in given if name in function.inputs]
        if asked_in != [name for name in function.inputs if name in given] and any(
            "(" in each for each in given.values()
        ):
            return f"{function.name}({', '.join(f'{name}={given[name]}' for name in asked_in)})"
        words = []
        named = False
        for name in function.inputs:
            if name in given:
                words.append(f"{name}={given[name]}" if named else given[name])
            else:
                named = True
        return f"{function.name}({', '.join(words)})"
    assert feed is not None
    text = code(feed)
    keys = _keys(text, script)
    if isinstance(feed, cst.Name) and keys and keys != set(function.inputs) - function.always:
        words = [name if name in function.always else f'{text}["{name}"]' for name in function.inputs]
        return f"{function.name}({', '.join(words)})"
    always = "".join(f"{name}, " for name in function.inputs if name in function.always)
    return f"{function.name}({always}**{text})"


def _keys(name: str, script: Script) -> set[str]:
    """The keys of the dictionaries that a name is given in the script."""
    keys: set[str] = set()
    for node in walk(script.module):
        if not isinstance(node, cst.Assign) or not isinstance(node.value, cst.Dict):
            continue
        if any(dotted(each.target) == name for each in node.targets):
            keys |= {dotted(each.key) for each in node.value.elements if isinstance(each, cst.DictElement)}
    return keys


def direct_of(
    run: Run, asked: tuple[Asked, ...], target: cst.BaseExpression | None, statement: bool
) -> cst.BaseExpression:
    """Give what a run asks for where all of it is had without a function."""
    texts = [each.text for each in asked]
    if statement:
        effects = [each.text for each in asked if each.effect]
        if not effects:
            return cst.Name(GONE)
        return expression(effects[0] if len(effects) == 1 else f"({', '.join(effects)})")
    if any(each.effect for each in asked):
        texts = [f"{each.text}.numpy()" if each.effect else each.text for each in asked]
    if run.form == "one":
        return expression(texts[0])
    if run.form == "dict":
        pairs = zip(run.keys, texts, strict=True)
        return expression("{" + ", ".join(f"{key}: {text}" for key, text in pairs) + "}")
    if isinstance(target, cst.Tuple | cst.List) and len(texts) > 1:
        return expression(", ".join(texts))
    return expression(f"[{', '.join(texts)}]")


def nothing_of(run: Run) -> cst.BaseExpression:
    """Give what a run of several initializers gives: None for each."""
    if run.form == "dict":
        return expression("{" + ", ".join(f"{key}: None" for key in run.keys) + "}")
    return expression(f"[{', '.join('None' for _ in run.fetches)}]")


def within(asked: Asked, tf: str) -> Asked:
    """What is had without a function, as a function gives it."""
    if not asked.direct:
        return asked
    text = asked.text.removesuffix(".numpy()")
    return Asked(f"{tf}.identity({text})" if asked.variable else text, effect=asked.effect)


def one_by_one(call: str, asked: tuple[Asked, ...]) -> str:
    """What a run asks for, of which a function computes one, side by side."""
    return ", ".join(each.text if each.direct else f"{call}.numpy()" for each in asked)


def without_effects(target: cst.Tuple | cst.List, asked: tuple[Asked, ...]) -> cst.BaseAssignTargetExpression:
    """Give the names of a run's values without those of its updates, which give nothing."""
    left = [each.value for each, one in zip(target.elements, asked, strict=True) if not one.effect]
    new = left[0] if len(left) == 1 else cst.Tuple([cst.Element(each) for each in left], lpar=[], rpar=[])
    assert isinstance(new, cst.BaseAssignTargetExpression)
    return new


def values_of(call: str, values: list[Asked], tf: str) -> str:
    """What a call gives, as NumPy's; the tensors of summaries are written as they are."""
    nested = [each for each in values if each.nested]
    if len(values) == 1:
        return call if nested and values[0].text.startswith("{") else _numpy(call, values[0], tf)
    if nested:
        return f"{tf}.nest.map_structure(lambda value: value.numpy(), {call})"
    return f"[value.numpy() for value in {call}]"


def _numpy(call: str, asked: Asked, tf: str) -> str:
    if asked.nested:
        return f"{tf}.nest.map_structure(lambda value: value.numpy(), {call})"
    return f"{call}.numpy()"
