"""Statement by statement: what stays, what each run computes, what a graph alone needed."""

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.gradients import beside_update, gradient_of, scope_asked
from harness.porting.eager.graph import Input, Region, Step
from harness.porting.eager.helpers import runs_graph
from harness.porting.eager.hoist import hoisted, makes_once
from harness.porting.eager.kinds import (
    ALL_VARIABLES,
    DEFERRED,
    DRAWS,
    INPUTS,
    MERGES,
    SUMMARIES,
    Kind,
    Thing,
    is_iterator,
    is_optimizer,
)
from harness.porting.eager.loops import makes_others, numbered_by, with_kept_variables
from harness.porting.eager.optimizers import schedule_of
from harness.porting.eager.optimizing import keep_optimizer
from harness.porting.eager.reading import all_reads, filled_in, keep, kind_in, needed
from harness.porting.eager.renaming import Remove, Rename, bound_again, own_name, read_by_steps
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import has_run
from harness.porting.eager.script import Script
from harness.porting.eager.seeds import begin_anew, repeats_seed
from harness.porting.eager.supplied import CELLS
from harness.porting.eager.tree import (
    argument,
    assigned,
    binds,
    calls,
    code,
    dotted,
    expression,
    marked,
    names_in_target,
    only,
    reads,
    statements,
    walk,
    with_lead,
)

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
    """Lists of the script that tensors are put into."""
    found = {name for step in region.steps.values() for name in filled_in(step.statement)}
    return found & region.host


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
    else:
        _look_simple(statement, region, script, static)


def _look_function(function: cst.FunctionDef, region: Region, script: Script) -> None:
    captured = {name: region.things[name] for name in reads(function) if name in region.things}
    deferred = any(thing.kind in DEFERRED for thing in captured.values())
    if deferred and not runs_graph(function, script.aliases):
        _defer(function, region, script, effect=False)
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
        numbered = numbered_by(statement)
        if _makes_variables(statement, script) and numbered and not makes_others(statement, script):
            _defer(with_kept_variables(statement, numbered, script), region, script, effect=False)
        elif _makes_variables(statement, script):
            reason = "variables and layers made in a block: make them before, in a list, and use them in a function"
            keep(region, marked(statement, [reason]))
        else:
            _defer(statement, region, script, effect=False)
        return
    if host and makes:
        statement = _hoist_inner(statement, region, script, static)
    del names
    keep(region, statement)
    for name in binds(statement):
        region.things.pop(name, None)


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
    for each in moved:
        left = statement.visit(Remove(each))
        assert isinstance(left, cst.BaseStatement)
        statement = left
    return statement


def _look_simple(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> None:
    small = only(statement)
    pair = assigned(statement)
    if has_run(statement, region.things, script):
        keep(region, statement)
        for name in binds(statement):
            region.things.pop(name, None)
        return
    if pair is not None:
        _look_assignment(statement, pair[0], pair[1], region, script, static)
        return
    given = small.value if isinstance(small, cst.Return) else None
    if given is not None and kind_in(given, region, script) in DEFERRED:
        _defer(statement, region, script, effect=False)
        return
    if isinstance(small, cst.AugAssign):
        if kind_in(small.value, region, script) in DEFERRED or kind_in(small.target, region, script) in DEFERRED:
            _defer(statement, region, script, effect=False)
            return
    elif isinstance(small, cst.Expr) and isinstance(small.value, cst.Call):
        name = called(small.value, script.aliases)
        if name in SUMMARIES:
            _summary(small.value, name, statement, region, script)
            return
        filled = filled_in(statement)
        if any(region.things[each].kind is Kind.TENSOR for each in filled if each in region.things):
            _defer(statement, region, script, effect=False)
            return
        if kind_in(small.value, region, script) is Kind.VARIABLE and name:
            keep(region, hoisted(statement, region, script, "variable")[-1])
            return
    keep(region, statement)


def _look_assignment(
    statement: cst.BaseStatement,
    target: cst.BaseExpression,
    value: cst.BaseExpression,
    region: Region,
    script: Script,
    static: set[str],
) -> None:
    names = names_in_target(target)
    kind = kind_in(value, region, script)
    again = [name for name in names if name in read_by_steps(region)] if kind in (Kind.VARIABLE, Kind.HOST) else []
    if again:
        target, statement = bound_again(again, target, statement, script)
        names = names_in_target(target)
    name = called(value, script.aliases)
    first = names[0] if names else ""
    if not names:
        keep(region, statement)
        return
    if kind is Kind.TENSOR and set(names) & static and not _needs_run(value, region, script):
        kind = Kind.HOST
    placeholder = next((call for call in calls(value) if called(call, script.aliases) in INPUTS), None)
    if placeholder is not None and len(names) == 1 and (name in INPUTS or first in script.fed):
        spec = script.name(f"{first.strip('_')}_spec")
        region.inputs[first] = replace(_input(first, placeholder, script), spec=spec, place=len(region.entries))
        region.things[first] = Thing(Kind.INPUT)
        script.done("placeholders are the parameters of functions")
        _keep_spec(statement, region.inputs[first], region, script)
    elif scope_asked(value, script):
        script.chosen[first] = scope_asked(value, script)
        region.things[first] = Thing(Kind.VARIABLE)
    elif name == "tf.get_collection" and "UPDATE_OPS" in code(value):
        script.updates.add(first)
    elif kind is Kind.SESSION:
        script.sessions.add(first)
        region.things[first] = Thing(Kind.SESSION)
        _comments(statement, region)
    elif kind is Kind.INIT:
        region.things[first] = Thing(Kind.INIT)
        _comments(statement, region)
    elif kind is Kind.OPTIMIZER and isinstance(value, cst.Call) and is_optimizer(name):
        keep_optimizer(first, value, name, statement, region, script)
    elif kind is Kind.SCHEDULE and isinstance(value, cst.Call):
        text, counter = schedule_of(value, name, script.tf)
        made = statements(f"{first} = {text}")[0]
        keep(region, with_lead(made, getattr(statement, "leading_lines", ())))
        region.things[first] = Thing(Kind.SCHEDULE, counter=counter)
        script.done("decays are schedules of Keras")
    elif kind is Kind.VARIABLE:
        single = len(names) == 1 and isinstance(value, cst.Call) and name not in {*CELLS, *ALL_VARIABLES}
        single = single and not (isinstance(value, cst.Call) and is_iterator(value, script.aliases))
        trains = not isinstance(value, cst.Call) or _trains(value)
        kept = hoisted(statement, region, script, first)
        if repeats_seed(value, script):
            kept = [*begin_anew(kept[0], script), *kept[1:]]
        for one in kept:
            keep(region, one)
        for each in names:
            region.things[each] = Thing(Kind.VARIABLE, single=single, trains=trains)
            if trains and kind_of_new(value, script):
                script.made.append((script.scope, each, "variable" if single else "variables"))
    elif kind is Kind.MERGED:
        if name in SUMMARIES:
            _summary(value, name, statement, region, script, first)
        elif name in MERGES:
            region.things[first] = Thing(Kind.MERGED)
            _comments(statement, region)
        else:
            keep(region, statement)
    elif kind in (Kind.TENSOR, Kind.EFFECT, Kind.INPUT) or first in region.gathers:
        _defer(statement, region, script, effect=kind is Kind.EFFECT)
    else:
        keep(region, statement)
        for each in names:
            region.things.pop(each, None)
            if kind in (Kind.SAVER, Kind.WRITER):
                region.things[each] = Thing(kind)
    del placeholder


def kind_of_new(value: cst.BaseExpression, script: Script) -> bool:
    """Whether an expression makes variables, and does not name those that are there."""
    return any(makes_once(call, script) or called(call, script.aliases) in CELLS for call in calls(value))


def _trains(call: cst.Call) -> bool:
    given = argument(call, "trainable")
    return given is None or code(given) != "False"


def _needs_run(value: cst.BaseExpression, region: Region, script: Script) -> bool:
    return any(
        region.things[each].kind in (*DEFERRED, Kind.VARIABLE) for each in reads(value) if each in region.things
    ) or bool(script is None)


def _comments(statement: cst.BaseStatement, region: Region) -> None:
    """Keep the comments of a statement that goes: they are the next one's."""
    lines = [line for line in getattr(statement, "leading_lines", ()) if line.comment]
    if lines and any("port:" in (line.comment.value if line.comment else "") for line in lines):
        region.entries.append(None)


def _keep_spec(statement: cst.BaseStatement, made: Input, region: Region, script: Script) -> None:
    """Dtype and shape of a placeholder stay where it was made."""
    if made.default:
        return
    small = only(statement)
    assert isinstance(small, cst.Assign)
    target = cst.AssignTarget(cst.Name(made.spec))
    value = expression(f"{script.tf}.TensorSpec({made.shape}, {made.dtype})")
    keep(region, statement.with_changes(body=[cst.Assign([target], value)]))


def _input(name: str, call: cst.Call, script: Script) -> Input:
    if called(call, script.aliases) == "tf.placeholder_with_default":
        default, shape = argument(call, "input", 0), argument(call, "shape", 1)
        text = code(default) if default is not None else ""
        return Input(name, "", code(shape) if shape is not None else "None", text)
    dtype, shape = argument(call, "dtype", 0), argument(call, "shape", 1)
    text = code(dtype) if dtype is not None else f"{script.tf}.float32"
    plain = text.strip("\"'")
    if plain != text:
        text = f"{script.tf}.{ {'float': 'float32', 'double': 'float64', 'int': 'int32'}.get(plain, plain) }".replace(
            " ", ""
        )
    return Input(name, text, code(shape) if shape is not None else "None")


def _summary(
    call: cst.BaseExpression,
    name: str,
    statement: cst.BaseStatement,
    region: Region,
    script: Script,
    target: str = "",
) -> None:
    """A summary is a named tensor that the runs give which ask for the merged ones."""
    if not isinstance(call, cst.Call) or len(call.args) < 2:
        keep(region, statement)
        return
    kind = "histogram" if "histogram" in name else "image" if "image" in name else "scalar"
    value = call.args[1].value
    needs, inputs = needed(value, region, script)
    region.summaries.append((kind, code(call.args[0].value), code(value), needs, inputs))
    if target:
        region.things[target] = Thing(Kind.MERGED)


def _defer(statement: cst.BaseStatement, region: Region, script: Script, *, effect: bool) -> None:
    """Make a statement a step of the runs; what it makes once is kept before."""
    statement = own_name(statement, binds(statement), region, script)
    known = region.things
    filled = [name for name in filled_in(statement) if name in known and known[name].kind is Kind.TENSOR]
    names = (*binds(statement), *filled)
    before = hoisted(statement, region, script, names[0] if names else "value")
    for each in before[:-1]:
        keep(region, each)
        pair = assigned(each)
        if pair is None:
            continue
        if ".keras.layers." in code(pair[1]):
            region.things[dotted(pair[0])] = Thing(Kind.VARIABLE)
        elif kind_in(pair[1], region, script) is Kind.VARIABLE:
            region.things[dotted(pair[0])] = Thing(Kind.VARIABLE, single=True)
    statement = before[-1]
    pair = assigned(statement)
    gradient = gradient_of(pair[0], pair[1], region, script) if pair is not None else None
    if "variable(f" in code(statement):
        region.things["variable"] = Thing(Kind.VARIABLE)
    needs, inputs = needed(statement, region, script)
    before_text, after_text = beside_update(pair[1], region) if pair is not None else ("", "")
    rate = gradient.rate if gradient is not None else before_text
    if rate:
        more = needed(cst.parse_expression(rate), region, script)
        needs, inputs = needs | more[0], inputs | more[1]
    variables = frozenset(
        name for name in all_reads(statement, region, script) if region.things[name].kind is Kind.VARIABLE
    )
    sources = tuple(
        (name, source)
        for name in sorted(all_reads(statement, region, script))
        if (source := region.things[name].step) is not None
    )
    number = next(script.numbers)
    region.entries.append(None)
    region.steps[number] = Step(
        number,
        len(region.entries) - 1,
        statement,
        names,
        needs,
        inputs,
        variables,
        effect,
        gradient,
        before_text,
        after_text,
        sources,
    )
    text = code(statement)
    nested = "_rnn(" in text or ".zero_state(" in text
    for name in names:
        region.things[name] = Thing(Kind.EFFECT if effect else Kind.TENSOR, step=number, nested=nested)
