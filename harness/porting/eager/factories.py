"""Functions of a script that make variables and compute with them, as functions that make the variables and give back
a function which computes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.flatten import as_statements, flattened, rebuilt
from harness.porting.eager.graph import Region
from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.names import parameters
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, assigned, code, dotted, statements, walk

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
    own = {**{name: thing for name, thing in outer.items() if name not in names}}
    own.update({name: Thing(Kind.INPUT) for name in (*runs, *around)})
    body, _ = flattened(as_statements(function.body), script.aliases, set(), reused=True)
    body = [each for each in body if "reuse_variables" not in code(each)]
    region = analyse(body, own, script)
    kept = [entry[0] for entry in region.entries if entry is not None]
    if any("port:" in code(each) for each in kept) or not region.steps:
        return None
    computed = [region.steps[number].statement for number in sorted(region.steps)]
    if not any(isinstance(node, cst.Return) for each in computed for node in walk(each)):
        return None
    taken = [*(name for name in names if name in runs), *around]
    inner = statements(f"def {_APPLY}({', '.join(taken)}):\n    pass\n")[0]
    assert isinstance(inner, cst.FunctionDef)
    blank = [cst.EmptyLine(indent=False)] if kept else []
    inner = inner.with_changes(body=cst.IndentedBlock(computed), leading_lines=blank)
    layers = [
        dotted(pair[0]) for each in kept if (pair := assigned(each)) is not None and "keras.layers." in code(pair[1])
    ]
    chosen = "TRAINABLE_VARIABLES" in script.module.code or "trainable_variables" in script.module.code
    told = f"{_APPLY}.layers = [{', '.join(layers)}]\n" if layers and chosen else ""
    if "Saver(" in script.module.code:
        names_made = [dotted(pair[0]) for each in kept if (pair := assigned(each)) is not None and _is_made(pair[1])]
        told += f"{_APPLY}.made = [{', '.join(names_made)}]\n"
        script.saved.add(function.name.value)
    ends = list(statements(f"{told}return {_APPLY}"))
    ends[0] = ends[0].with_changes(leading_lines=[cst.EmptyLine(indent=False)])
    block = function.body if isinstance(function.body, cst.IndentedBlock) else cst.IndentedBlock([])
    params = [each for each in function.params.params if each.name.value not in runs and each.name.value not in _REUSES]
    if params:
        params[-1] = params[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    made = function.with_changes(
        params=function.params.with_changes(params=params), body=rebuilt(block, [*kept, inner, *ends])
    )
    return Factory(made, tuple(name for name in names if name in runs), tuple(each.name.value for each in params))


def _is_made(node: cst.BaseExpression) -> bool:
    return any(word in code(node) for word in (".Variable(", ".keras.layers."))


def scope_of(function: cst.FunctionDef, script: Script) -> str:
    """Give the first scope of variables that a function opens."""
    for node in walk(function):
        if called(node, script.aliases) == "tf.variable_scope" and isinstance(node, cst.Call):
            name = argument(node, "name_or_scope", 0)
            return str(name.evaluated_value) if isinstance(name, cst.SimpleString) else ""
    return ""
