"""Statement by statement: what stays, what each run computes, what a graph alone needed."""

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from harness.porting.eager.assignments import look_simple
from harness.porting.eager.deferring import defer
from harness.porting.eager.feeds import only_feeds
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.graph import Region
from harness.porting.eager.helpers import Does, runs_graph
from harness.porting.eager.kinds import (
    DEFERRED,
    DRAWS,
    INPUTS,
    Kind,
    Thing,
)
from harness.porting.eager.loops import makes_others, numbered_by, with_kept_variables
from harness.porting.eager.made_once import makes_once
from harness.porting.eager.names import binds, names_in_target, reads
from harness.porting.eager.reading import filled_in, keep, kind_in, needed
from harness.porting.eager.renaming import Remove, Rename
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import has_run
from harness.porting.eager.script import Script
from harness.porting.eager.tree import assigned, calls, code, dotted, marked, statements, walk, with_lead

_COMPOUND = (cst.For, cst.If, cst.While, cst.With, cst.Try)


def analyse(body: Sequence[cst.BaseStatement], outer: dict[str, Thing], script: Script) -> Region:
    """Look at the statements of a scope, whose names ``outer`` holds as far as they stand around it."""
    first = _looked_at(body, outer, script.apart(), frozenset())
    return _looked_at(body, outer, script, frozenset(_gathered(first)))


def _looked_at(
    body: Sequence[cst.BaseStatement], outer: dict[str, Thing], script: Script, gathers: frozenset[str]
) -> Region:
    region = Region(things=dict(outer), gathers=gathers)
    random = _static_draws(body, script)
    for statement in body:
        _look(statement, region, script, random)
    return region


def _gathered(region: Region) -> set[str]:
    """Lists of the script that tensors are put into, and numbers that they are added to."""
    computed = [step.statement for step in region.steps.values()]
    return {name for each in computed for name in filled_in(each) | _added_to(each)} & region.host


def _added_to(node: cst.CSTNode) -> set[str]:
    return {dotted(each.target) for each in walk(node) if isinstance(each, cst.AugAssign)} - {""}


def _static_draws(body: Sequence[cst.BaseStatement], script: Script) -> set[str]:
    """Names of random numbers that only begin variables: they are drawn once."""
    drawn: set[str] = set()
    used_otherwise: set[str] = set()
    for statement in body:
        pair = assigned(statement)
        if pair is not None and any(called(call, script.aliases) in DRAWS for call in calls(pair[1])):
            drawn.update(names_in_target(pair[0]))
    for statement in body:
        inside: set[str] = set()
        for call in calls(statement):
            if called(call, script.aliases) in ("tf.Variable", "tf.get_variable"):
                inside |= reads(call)
        names = reads(statement) & drawn
        pair = assigned(statement)
        chained = set(names_in_target(pair[0])) if pair is not None else set()
        if names and not (names <= inside or chained & drawn):
            used_otherwise |= names
    return drawn - used_otherwise


def _look(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> None:
    script.scope = script.scopes.get(id(statement), (statement, ""))[1]
    if script.renamed and not isinstance(statement, cst.FunctionDef | cst.ClassDef):
        changed = statement.visit(Rename(script.renamed))
        assert isinstance(changed, cst.BaseStatement)
        statement = changed
    if isinstance(statement, cst.FunctionDef):
        _look_function(statement, region, script)
    elif isinstance(statement, cst.ClassDef):
        keep(region, statement)
    elif isinstance(statement, _COMPOUND):
        _look_compound(statement, region, script, static)
    elif isinstance(statement, cst.SimpleStatementLine) and len(statement.body) > 1:
        for place, small in enumerate(statement.body):
            line = cst.SimpleStatementLine([small.with_changes(semicolon=cst.MaybeSentinel.DEFAULT)])
            _look(with_lead(line, statement.leading_lines) if not place else line, region, script, static)
    elif parts := _placeholders_apart(statement, script):
        for part in parts:
            _look(part, region, script, static)
    else:
        look_simple(statement, region, script, static)


def _placeholders_apart(statement: cst.BaseStatement, script: Script) -> list[cst.BaseStatement]:
    """Give placeholders that are made side by side as one assignment for each, no statement for all else."""
    pair = assigned(statement)
    if pair is None or not isinstance(pair[0], cst.Tuple) or not isinstance(pair[1], cst.Tuple):
        return []
    targets = [each.value for each in pair[0].elements]
    values = [each.value for each in pair[1].elements]
    if len(targets) != len(values) or not any(called(value, script.aliases) in INPUTS for value in values):
        return []
    if set(names_in_target(pair[0])) & reads(pair[1]):
        return []
    made = [statements(f"{code(target)} = {code(value)}")[0] for target, value in zip(targets, values, strict=True)]
    return [with_lead(made[0], getattr(statement, "leading_lines", ())), *made[1:]]


def _look_function(function: cst.FunctionDef, region: Region, script: Script) -> None:
    if function.name.value in script.graphs:
        keep(region, function)
        return
    captured = {name: region.things[name] for name in reads(function) if name in region.things}
    deferred = any(thing.kind in DEFERRED for thing in captured.values())
    helper = script.helpers.get(function.name.value)
    makes = helper is not None and helper.node is function and helper.does is Does.MAKES_LAYER
    if deferred and not makes and not runs_graph(function, script.aliases) and not only_feeds(function, captured):
        defer(function, region, script, effect=False)
        # Called, it gives what it computes.
        name = function.name.value
        region.things[name] = replace(region.things[name], kind=Kind.TENSOR)
    else:
        region.things.pop(function.name.value, None)
        keep(region, function)


def _look_compound(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> None:
    if isinstance(statement, cst.With) and called(statement.items[0].item, script.aliases) == "tf.control_dependencies":
        _look_controlled(statement, region, script, static)
        return
    host = has_run(statement, region.things, script)
    names = [region.things[name].kind for name in reads(statement) if name in region.things]
    makes = _makes_tensors(statement, region, script)
    if not host and makes:
        statement = _begun_apart(statement, region, script)
        numbered = numbered_by(statement)
        if _makes_variables(statement, script) and numbered and not makes_others(statement, script):
            defer(with_kept_variables(statement, numbered, script), region, script, effect=False)
        elif _makes_variables(statement, script):
            reason = "variables and layers made in a block: make them before, in a list, and use them in a function"
            keep(region, marked(statement, [reason]))
        else:
            defer(statement, region, script, effect=False)
        return
    if host and makes:
        statement = _hoist_inner(statement, region, script, static)
    del names
    keep(region, statement)
    for name in binds(statement):
        region.things.pop(name, None)


def _begun_apart(statement: cst.BaseStatement, region: Region, script: Script) -> cst.BaseStatement:
    """Have a block that goes on from a variable, or from a number of the script's, go on under another name, which
    begins as that: what a function binds it cannot read from around it."""
    found = []
    for node in walk(statement):
        pair = assigned(node)
        if isinstance(node, cst.AugAssign):
            names = {dotted(node.target)} - region.host
        else:
            names = set(names_in_target(pair[0])) & reads(pair[1]) if pair is not None else set()
        found += sorted(name for name in names if _is_from_around(name, region))
    for name in dict.fromkeys(found):
        new = script.other_name(name)
        defer(statements(f"{new} = {name}")[0], region, script, effect=False)
        changed = statement.visit(Rename({name: new}))
        assert isinstance(changed, cst.BaseStatement)
        statement = changed
    return statement


def _is_from_around(name: str, region: Region) -> bool:
    thing = region.things.get(name)
    return thing.kind is Kind.VARIABLE if thing is not None else name in region.host - region.gathers


def _look_controlled(statement: cst.With, region: Region, script: Script, static: set[str]) -> None:
    """What waits for something else needs it."""
    call = statement.items[0].item
    assert isinstance(call, cst.Call)
    first = set(region.steps)
    awaited = needed(call, region, script)
    updates = code(call.args[0].value) in script.updates or "UPDATE_OPS" in code(call)
    for place, inner in enumerate(as_statements(statement.body)):
        _look(with_lead(inner, statement.leading_lines) if not place else inner, region, script, static)
    if updates:
        script.done("batch norm updates its averages when it is called with training=True")
        return
    for number in set(region.steps) - first:
        step = region.steps[number]
        region.steps[number] = replace(step, needs=step.needs | awaited[0], inputs=step.inputs | awaited[1])


def _makes_tensors(statement: cst.BaseStatement, region: Region, script: Script) -> bool:
    for node in walk(statement):
        pair = assigned(node)
        if (
            isinstance(node, cst.Return)
            and node.value is not None
            and kind_in(node.value, region, script) is Kind.TENSOR
        ):
            return True
        if isinstance(node, cst.Expr) and filled_in(node) and not has_run(node, region.things, script):
            given = node.value.args if isinstance(node.value, cst.Call) else ()
            if any(kind_in(each.value, region, script) is Kind.TENSOR for each in given):
                return True
        if isinstance(node, cst.AugAssign) and kind_in(node.value, region, script) in (Kind.TENSOR, Kind.INPUT):
            return True
        if pair is None or has_run(node, region.things, script):
            continue
        if kind_in(pair[1], region, script) in (Kind.TENSOR, Kind.EFFECT):
            return True
    return False


def _makes_variables(statement: cst.BaseStatement, script: Script) -> bool:
    return any(makes_once(call, script) for call in calls(statement))


def _hoist_inner(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> cst.BaseStatement:
    """Take tensors that a loop makes anew in each turn out of it, where nothing in them is of the loop."""
    own = set(binds(statement))
    moved: list[cst.BaseStatement] = []
    for node in walk(statement):
        pair = assigned(node)
        if pair is None or not isinstance(node, cst.SimpleStatementLine) or has_run(node, region.things, script):
            continue
        if kind_in(pair[1], region, script) not in (Kind.TENSOR, Kind.EFFECT):
            continue
        made = {name for each in moved for name in binds(each)}
        if reads(pair[1]) & (own - made):
            continue
        moved.append(node)
        _look(node, region, script, static)
    left = statement.visit(Remove(moved))
    assert isinstance(left, cst.BaseStatement)
    return left
