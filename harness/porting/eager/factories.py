"""Functions of a script that make variables and compute with them, as functions that make the variables and give back
a function which computes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.flatten import as_statements, flattened, rebuilt
from harness.porting.eager.graph import Region
from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.names import binds, parameters, reads
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, assigned, calls, code, dotted, statements, walk

Analyse = Callable[[Sequence[cst.BaseStatement], dict[str, Thing], Script], Region]
_APPLY = "apply"
_REUSES = ("reuse", "_reuse")


@dataclass(frozen=True)
class Factory:
    """A function that was taken apart: ``runs`` are the parameters that each run gives, ``takes`` the others;
    ``shared`` says that all calls of it that say so have the same variables."""

    function: cst.FunctionDef
    runs: tuple[str, ...]
    takes: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """A call of a factory: the arguments that make its variables, and those of each run."""

    made: str
    given: str
    reuses: bool


def split_call(
    call: cst.Call, function: cst.FunctionDef, deferred: Callable[[cst.BaseExpression], bool]
) -> tuple[set[str], Call]:
    """Give the parameters that a call gives what runs compute, and the call's two halves."""
    names = parameters(function.params)
    made, given, found = [], [], set()
    reuses = False
    for place, each in enumerate(call.args):
        word = each.keyword.value if each.keyword else (names[place] if place < len(names) else "")
        if word in _REUSES:
            reuses = code(each.value) not in ("False", "None")
            continue
        text = code(each.value)
        text = f"{word}={text}" if each.keyword else text
        if deferred(each.value):
            found.add(word)
            given.append(text)
        else:
            made.append(text)
    return found, Call(", ".join(made), ", ".join(given), reuses)


def taken_apart(
    function: cst.FunctionDef, runs: set[str], around: Sequence[str], region: Region, script: Script, analyse: Analyse
) -> str:
    """Have a function of the script taken apart for calls that give it these; the reason where it cannot be."""
    name = function.name.value
    if name not in script.factories:
        outer = {each: thing for each, thing in region.things.items() if thing.kind is Kind.VARIABLE}
        made = factory_of(function, runs, around, outer, script, analyse)
        if made is None:
            return f"{name} makes variables each time it is called: make them once, outside of it"
        script.factories[name] = made.function
        script.runs[name] = made.runs
    if set(script.runs[name]) != runs:
        return f"{name} is called with other tensors than before: make its variables once, outside of it"
    return ""


def factory_of(
    function: cst.FunctionDef,
    runs: set[str],
    around: Sequence[str],
    outer: dict[str, Thing],
    script: Script,
    analyse: Analyse,
) -> Factory | None:
    """Take a function apart; None where what it makes and what it computes cannot be told apart. ``around`` are names
    of what runs compute that it reads without being given them: its inner function is."""
    names = parameters(function.params)
    own = {name: thing for name, thing in outer.items() if name not in names}
    own.update({name: Thing(Kind.INPUT) for name in (*runs, *around)})
    body, _ = flattened(as_statements(function.body), script.aliases, set(), reused=True)
    body = [each for each in body if "reuse_variables" not in code(each)]
    region = analyse(body, own, script)
    kept = [entry[0] for entry in region.entries if entry is not None]
    computed = [region.steps[number].statement for number in sorted(region.steps)]
    if any("port:" in code(each) for each in kept) or not _gives_back(computed):
        return None
    makers = _makers_within(kept)
    if any(dotted(call.func) in makers for each in computed for call in calls(each)):
        return None
    # A size that is read off what a run gives is not there where variables are made.
    late = {name for each in computed for name in binds(each)} - {name for each in kept for name in binds(each)}
    if any(reads(each) & late for each in kept):
        return None
    inner = _inner([*(name for name in names if name in runs), *around], computed, apart=bool(kept))
    ends = list(statements(f"{_told(function, kept, region, script)}return {_APPLY}"))
    ends[0] = ends[0].with_changes(leading_lines=[cst.EmptyLine(indent=False)])
    block = function.body if isinstance(function.body, cst.IndentedBlock) else cst.IndentedBlock([])
    params = [each for each in function.params.params if each.name.value not in runs and each.name.value not in _REUSES]
    if params:
        params[-1] = params[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    made = function.with_changes(
        params=function.params.with_changes(params=params), body=rebuilt(block, [*kept, inner, *ends])
    )
    return Factory(made, tuple(name for name in names if name in runs), tuple(each.name.value for each in params))


def _gives_back(computed: Sequence[cst.BaseStatement]) -> bool:
    return any(isinstance(node, cst.Return) for each in computed for node in walk(each))


def _inner(takes: Sequence[str], computed: Sequence[cst.BaseStatement], *, apart: bool) -> cst.FunctionDef:
    """The function that computes with what the one around it has made."""
    inner = statements(f"def {_APPLY}({', '.join(takes)}):\n    pass\n")[0]
    assert isinstance(inner, cst.FunctionDef)
    blank = [cst.EmptyLine(indent=False)] if apart else []
    return inner.with_changes(body=cst.IndentedBlock(computed), leading_lines=blank)


def _told(function: cst.FunctionDef, kept: Sequence[cst.BaseStatement], region: Region, script: Script) -> str:
    """What the inner function says of itself where the script asks for it: its layers, and all that is saved."""
    made = [(dotted(pair[0]), pair[1]) for each in kept if (pair := assigned(each)) is not None]
    layers = [name for name, value in made if "keras.layers." in code(value)]
    chosen = "TRAINABLE_VARIABLES" in script.module.code or "trainable_variables" in script.module.code
    told = f"{_APPLY}.layers = [{', '.join(layers)}]\n" if layers and chosen else ""
    if says_what_it_made(script):
        told += f"{_APPLY}.made = [{', '.join(_saved(kept, region, script))}]\n"
        script.saved.add(function.name.value)
    return told


def says_what_it_made(script: Script) -> bool:
    """Whether functions that make variables say which: of a script that saves them, or averages all that it trains."""
    return any(word in script.module.code for word in ("Saver(", "ExponentialMovingAverage("))


def _makers_within(kept: Sequence[cst.BaseStatement]) -> set[str]:
    """The functions within a function that make variables, of what it is given itself."""
    return {
        each.name.value
        for each in kept
        if isinstance(each, cst.FunctionDef)
        and any(dotted(call.func).rpartition(".")[2] in ("Variable", "get_variable") for call in calls(each))
    }


def _saved(kept: Sequence[cst.BaseStatement], region: Region, script: Script) -> list[str]:
    """The names of what a function makes that is saved: variables, layers, lists of them, and what other such functions
    have made."""
    others = {name for _, name, kind in script.made if kind == "factory"}
    makers = _makers_within(kept)
    found = []
    for each in kept:
        pair = assigned(each)
        for name in binds(each) if pair is not None else ():
            thing = region.things.get(name)
            known = thing is not None and thing.kind is Kind.VARIABLE
            by_maker = pair is not None and isinstance(pair[1], cst.Call) and dotted(pair[1].func) in makers
            if known or by_maker or (pair is not None and _is_made(pair[1])):
                found.append(f"{name}.made" if name in others else name)
    return list(dict.fromkeys(found))


def _is_made(node: cst.BaseExpression) -> bool:
    return any(word in code(node) for word in (".Variable(", ".keras.layers."))


def scope_of(function: cst.FunctionDef, script: Script) -> str:
    """Give the first scope of variables that a function opens."""
    for node in walk(function):
        if called(node, script.aliases) == "tf.variable_scope" and isinstance(node, cst.Call):
            name = argument(node, "name_or_scope", 0)
            return str(name.evaluated_value) if isinstance(name, cst.SimpleString) else ""
    return ""
