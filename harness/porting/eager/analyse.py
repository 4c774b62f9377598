"""Statement by statement: what stays, what each run computes, what a graph alone needed."""

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from harness.porting.eager.flatten import as_statements, is_session
from harness.porting.eager.graph import Gradient, Input, Region, Step
from harness.porting.eager.helpers import Does, runs_graph
from harness.porting.eager.hoist import hoisted, makes_once
from harness.porting.eager.kinds import (
    DEFERRED,
    DRAWS,
    INPUTS,
    MERGES,
    SUMMARIES,
    VARIABLES,
    Kind,
    Thing,
    is_optimizer,
    kind_of,
)
from harness.porting.eager.optimizers import optimizer_of, schedule_of
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import has_run
from harness.porting.eager.script import Script
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
from harness.porting.eager.variables import new_variable

# What TF1 combines with an op's seed if the graph has none.
TF1_SEED = "87654321"
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
    found = {name for step in region.steps.values() for name in _filled(step.statement)}
    return found & region.host


def _filled(node: cst.CSTNode) -> set[str]:
    """Names of lists and dictionaries that a piece of code puts something into, or puts in another order."""
    found = set()
    for each in walk(node):
        if isinstance(each, cst.Call) and isinstance(each.func, cst.Attribute):
            if each.func.attr.value in ("append", "extend", "insert", "reverse", "pop"):
                found.add(dotted(each.func.value))
        elif isinstance(each, cst.AssignTarget) and isinstance(each.target, cst.Subscript):
            found.add(dotted(each.target.value))
    return found - {""}


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


def _keep(region: Region, statement: cst.BaseStatement) -> None:
    region.host.update(binds(statement))
    region.entries.append((statement, dict(region.things)))


def _kind(node: cst.BaseExpression, region: Region, script: Script) -> Kind:
    return kind_of(node, region.things, script.aliases, lambda name: script.helper(name, region.things))


def kind_in(node: cst.BaseExpression, region: Region, script: Script) -> Kind:
    """Give the kind of an expression as it stands in a region."""
    return _kind(node, region, script)


def _look(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> None:
    script.scope = script.scopes.get(id(statement), (statement, ""))[1]
    if script.renamed and not isinstance(statement, cst.FunctionDef | cst.ClassDef):
        changed = statement.visit(_Rename(script.renamed))
        assert isinstance(changed, cst.BaseStatement)
        statement = changed
    if isinstance(statement, cst.FunctionDef):
        _look_function(statement, region, script)
    elif isinstance(statement, cst.ClassDef):
        _keep(region, statement)
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
        _keep(region, function)


def _look_compound(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> None:
    if isinstance(statement, cst.With) and called(statement.items[0].item, script.aliases) == "tf.control_dependencies":
        _look_controlled(statement, region, script, static)
        return
    host = has_run(statement, region.things, script)
    names = [region.things[name].kind for name in reads(statement) if name in region.things]
    makes = _makes_tensors(statement, region, script)
    if not host and makes:
        numbered = numbered_by(statement)
        if _makes_variables(statement, script) and numbered and not _makes_others(statement, script):
            _defer(_with_kept_variables(statement, numbered, script), region, script, effect=False)
        elif _makes_variables(statement, script):
            reason = "variables and layers made in a block: make them before, in a list, and use them in a function"
            _keep(region, marked(statement, [reason]))
        else:
            _defer(statement, region, script, effect=False)
        return
    if host and makes:
        statement = _hoist_inner(statement, region, script, static)
    del names
    _keep(region, statement)
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
        if isinstance(node, cst.Return) and node.value is not None and _kind(node.value, region, script) is Kind.TENSOR:
            return True
        if pair is not None and not has_run(node, region.things, script):
            if _kind(pair[1], region, script) in (Kind.TENSOR, Kind.EFFECT):
                return True
    return False


def _makes_variables(statement: cst.BaseStatement, script: Script) -> bool:
    return any(makes_once(call, script) for call in calls(statement))


def scope_asked(value: cst.BaseExpression, script: Script) -> str:
    """Give the scope whose trained variables an expression asks for, an empty text for any other expression."""
    if called(value, script.aliases) == "tf.get_collection" and "TRAINABLE" in code(value):
        scope = argument(value, "scope", 1) if isinstance(value, cst.Call) else None
        return str(scope.evaluated_value) if isinstance(scope, cst.SimpleString) else ""
    if called(value, script.aliases) == "tf.trainable_variables" and isinstance(value, cst.Call):
        scope = argument(value, "scope", 0)
        return str(scope.evaluated_value) if isinstance(scope, cst.SimpleString) else ""
    if (
        isinstance(value, cst.ListComp)
        and "trainable_variables()" in code(value.for_in.iter)
        and ".name" in code(value)
    ):
        texts = [each for each in walk(value) if isinstance(each, cst.SimpleString)]
        return str(texts[0].evaluated_value) if len(texts) == 1 else ""
    return ""


def numbered_by(statement: cst.BaseStatement) -> str:
    """Give the name that counts the turns of a loop, an empty text where none does."""
    if not isinstance(statement, cst.For) or not isinstance(statement.iter, cst.Call):
        return ""
    kind = dotted(statement.iter.func)
    names = names_in_target(statement.target)
    return names[0] if kind in ("enumerate", "range", "xrange") and names else ""


def _makes_others(statement: cst.BaseStatement, script: Script) -> bool:
    """Whether a loop makes more than variables of its own: layers, or what functions of the script make."""
    names = [called(call, script.aliases) for call in calls(statement) if makes_once(call, script)]
    inner = any(isinstance(node, cst.For | cst.While) and node is not statement for node in walk(statement))
    return inner or any(name not in VARIABLES for name in names)


def _with_kept_variables(statement: cst.BaseStatement, counter: str, script: Script) -> cst.BaseStatement:
    """Have a loop ask for its variables by their names: they are made when it runs first."""
    changed = statement.visit(_Kept(counter, script))
    assert isinstance(changed, cst.BaseStatement)
    script.supplied.add("variable")
    script.done("variables of a loop are made when it first runs, and kept by name")
    return changed


class _Kept(cst.CSTTransformer):
    """``variable(name, initial value)`` in the place of ``tf.Variable``, within a loop that ``counter`` numbers."""

    def __init__(self, counter: str, script: Script) -> None:
        self._counter, self._script, self._target = counter, script, "variable"

    def visit_Assign(self, node: cst.Assign) -> None:  # noqa: N802
        self._target = (names_in_target(node.targets[0].target) or ["variable"])[0]

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:  # noqa: N802
        script = self._script
        name = called(original_node, script.aliases)
        if name not in VARIABLES:
            return updated_node
        made = new_variable(updated_node, name, script.aliases, script.tf, script.initializers)
        assert isinstance(made, cst.Call)
        first = code(made.args[0].value)
        own = script.name(self._target) if self._target in script.loops else self._target
        script.loops.add(self._target)
        return expression(f'variable(f"{own}_{{{self._counter}}}", lambda: {first})')


def _hoist_inner(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> cst.BaseStatement:
    """Take tensors that a loop makes anew in each turn out of it, where nothing in them is of the loop."""
    own = {name for name in binds(statement)}
    moved: list[cst.BaseStatement] = []
    for node in walk(statement):
        pair = assigned(node)
        if pair is None or not isinstance(node, cst.SimpleStatementLine) or has_run(node, region.things, script):
            continue
        if _kind(pair[1], region, script) not in (Kind.TENSOR, Kind.EFFECT):
            continue
        made = {name for each in moved for name in binds(each)}
        if reads(pair[1]) & (own - made):
            continue
        moved.append(node)
        _look(node, region, script, static)
    for each in moved:
        left = statement.visit(_Remove(each))
        assert isinstance(left, cst.BaseStatement)
        statement = left
    return statement


class _Rename(cst.CSTTransformer):
    """Gives names of a script others."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names

    def visit_Attribute(self, node: cst.Attribute) -> bool:  # noqa: N802
        del node
        return True

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:  # noqa: N802
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:  # noqa: N802
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:  # noqa: N802, ARG002
        return cst.Name(self._names.get(updated_node.value, updated_node.value), updated_node.lpar, updated_node.rpar)


def _own_name(statement: cst.BaseStatement, names: Sequence[str], region: Region, script: Script) -> cst.BaseStatement:
    """Give what a run computes a name of its own where it would hide what it is made of."""
    hidden = {}
    for name in names:
        thing = region.things.get(name)
        host = name not in region.things and name in region.host
        if name in reads(statement) and (host or (thing is not None and thing.kind is Kind.VARIABLE)):
            hidden[name] = script.name(name)
    pair = assigned(statement)
    if not hidden or pair is None:
        return statement
    script.renamed.update(hidden)
    target = pair[0].visit(_Rename(hidden))
    assert isinstance(target, cst.BaseExpression)
    changed = statement.deep_replace(pair[0], target)
    assert isinstance(changed, cst.BaseStatement)
    return changed


class _Remove(cst.CSTTransformer):
    """Takes one statement out of a block."""

    def __init__(self, statement: cst.CSTNode) -> None:
        self._statement = statement

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode | cst.RemovalSentinel:  # type: ignore[override]
        if original_node is self._statement:
            return cst.RemoveFromParent()
        if isinstance(updated_node, cst.IndentedBlock) and not updated_node.body:
            return updated_node.with_changes(body=[cst.SimpleStatementLine([cst.Pass()])])
        return updated_node


def _look_simple(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> None:
    small = only(statement)
    pair = assigned(statement)
    if has_run(statement, region.things, script):
        _keep(region, statement)
        for name in binds(statement):
            region.things.pop(name, None)
        return
    if pair is not None:
        _look_assignment(statement, pair[0], pair[1], region, script, static)
        return
    if isinstance(small, cst.Return) and small.value is not None:
        if _kind(small.value, region, script) in DEFERRED:
            _defer(statement, region, script, effect=False)
            return
    if isinstance(small, cst.AugAssign):
        if _kind(small.value, region, script) in DEFERRED or _kind(small.target, region, script) in DEFERRED:
            _defer(statement, region, script, effect=False)
            return
    elif isinstance(small, cst.Expr) and isinstance(small.value, cst.Call):
        name = called(small.value, script.aliases)
        if name in SUMMARIES:
            _summary(small.value, name, statement, region, script)
            return
        filled = _filled(statement)
        if any(region.things[each].kind is Kind.TENSOR for each in filled if each in region.things):
            _defer(statement, region, script, effect=False)
            return
        if _kind(small.value, region, script) is Kind.VARIABLE and name:
            _keep(region, hoisted(statement, region, script, "variable")[-1])
            return
    _keep(region, statement)


def _look_assignment(  # noqa: C901, PLR0912, PLR0911
    statement: cst.BaseStatement,
    target: cst.BaseExpression,
    value: cst.BaseExpression,
    region: Region,
    script: Script,
    static: set[str],
) -> None:
    names = names_in_target(target)
    kind = _kind(value, region, script)
    again = [name for name in names if name in _read_by_steps(region)] if kind in (Kind.VARIABLE, Kind.HOST) else []
    if again:
        target, statement = _bound_again(again, target, statement, script)
        names = names_in_target(target)
    name = called(value, script.aliases)
    first = names[0] if names else ""
    if not names:
        _keep(region, statement)
        return
    if kind is Kind.TENSOR and set(names) & static and not _needs_run(value, region, script):
        kind = Kind.HOST
    placeholder = next((call for call in calls(value) if called(call, script.aliases) in INPUTS), None)
    if placeholder is not None and len(names) == 1 and (name in INPUTS or first in script.fed):
        region.inputs[first] = replace(_input(first, placeholder, script), spec=script.name(f"{first.strip('_')}_spec"))
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
        _optimizer(first, value, name, statement, region, script)
    elif kind is Kind.SCHEDULE and isinstance(value, cst.Call):
        text, counter = schedule_of(value, name, script.tf)
        made = statements(f"{first} = {text}")[0]
        _keep(region, with_lead(made, getattr(statement, "leading_lines", ())))
        region.things[first] = Thing(Kind.SCHEDULE, counter=counter)
        script.done("decays are schedules of Keras")
    elif kind is Kind.VARIABLE:
        single = len(names) == 1 and isinstance(value, cst.Call) and name not in CELLS
        trains = not isinstance(value, cst.Call) or _trains(value)
        kept = hoisted(statement, region, script, first)
        if repeats_seed(value, script):
            kept = [*_seeded(kept[0], script), *kept[1:]]
        for one in kept:
            _keep(region, one)
        for each in names:
            region.things[each] = Thing(Kind.VARIABLE, single=single, trains=trains)
            if trains:
                script.made.append((script.scope, each, "variable" if single else "variables"))
    elif kind is Kind.MERGED:
        if name in SUMMARIES:
            _summary(value, name, statement, region, script, first)
        elif name in MERGES:
            region.things[first] = Thing(Kind.MERGED)
            _comments(statement, region)
        else:
            _keep(region, statement)
    elif kind in (Kind.TENSOR, Kind.EFFECT, Kind.INPUT) or first in region.gathers:
        _defer(statement, region, script, effect=kind is Kind.EFFECT)
    else:
        _keep(region, statement)
        for each in names:
            region.things.pop(each, None)
            if kind in (Kind.SAVER, Kind.WRITER):
                region.things[each] = Thing(kind)
    del placeholder


def _read_by_steps(region: Region) -> set[str]:
    """Names outside of the steps that these read when they are run."""
    written = {name for step in region.steps.values() for name in step.writes}
    return {name for step in region.steps.values() for name in reads(step.statement)} - written


def _bound_again(
    names: list[str], target: cst.BaseExpression, statement: cst.BaseStatement, script: Script
) -> tuple[cst.BaseExpression, cst.BaseStatement]:
    """Give other names to what a script binds again: functions read the first one when they run."""
    new = {name: script.name(name) for name in names}
    script.renamed.update(new)
    changed = target.visit(_Rename(new))
    assert isinstance(changed, cst.Name | cst.Tuple | cst.List)
    whole = statement.deep_replace(target, changed)
    assert isinstance(whole, cst.BaseStatement)
    return changed, whole


def _trains(call: cst.Call) -> bool:
    given = argument(call, "trainable")
    return given is None or code(given) != "False"


def _seeded(statement: cst.BaseStatement, script: Script) -> list[cst.BaseStatement]:
    """Have a draw begin where TF1's does, for which the ops of one seed draw alike."""
    script.done("ops that have one seed draw the same numbers, as in a graph")
    seed = statements(f"{script.tf}.random.set_seed({script.graph_seed or TF1_SEED})")[0]
    first = not script.seeded
    script.seeded = True
    lead = list(getattr(statement, "leading_lines", ()))
    if first:
        lead.append(
            cst.EmptyLine(
                comment=cst.Comment("# In TF1 each op numbers its draws by itself; here this begins them anew.")
            )
        )
    return [seed.with_changes(leading_lines=lead), statement.with_changes(leading_lines=[])]


def repeats_seed(value: cst.BaseExpression, script: Script) -> bool:
    """Whether an expression draws with a seed that other draws of the script have, too."""
    found = (argument(call, "seed") for call in calls(value))
    return any(seed is not None and code(seed) in script.seeds for seed in found)


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
    _keep(region, statement.with_changes(body=[cst.Assign([target], value)]))


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


def _optimizer(
    target: str, call: cst.Call, name: str, statement: cst.BaseStatement, region: Region, script: Script
) -> None:
    """Keep an optimizer as one of Keras, or as TF1's where none computes the same. A rate that is another one later on
    is a schedule where the optimizer counts as the script does, and assigned before each update elsewhere."""
    rate = argument(call, "learning_rate", 0)
    kind = _kind(rate, region, script) if rate is not None else Kind.HOST
    lead = getattr(statement, "leading_lines", ())
    thing = region.things.get(dotted(rate)) if rate is not None else None
    changes = rate is not None and kind in (*DEFERRED, Kind.SCHEDULE, Kind.VARIABLE)
    now = code(rate) if rate is not None else ""
    if changes and kind is Kind.SCHEDULE and thing is not None:
        now = f"{now}({thing.counter})"
    scheduled = thing is not None and kind is Kind.SCHEDULE and counts_as(thing.counter, script)
    made = optimizer_of(call, name, script.tf, changes, code(rate) if scheduled and rate is not None else "")
    later, marks = "", []
    if ".keras." in made.text:
        later = f"{target}.learning_rate.assign({now})" if changes and not scheduled else ""
    else:
        marks.append(made.doubt)
        if changes and kind in DEFERRED:
            variable = script.name(f"{target}_rate")
            _keep(region, with_lead(statements(f"{variable} = {script.tf}.Variable(0.0, trainable=False)")[0], lead))
            lead, later = (), f"{variable}.assign({now})"
            now = variable
        if changes:
            made = optimizer_of(call, name, script.tf, changes, now)
    _keep(region, marked(with_lead(statements(f"{target} = {made.text}")[0], lead), marks))
    region.things[target] = Thing(Kind.OPTIMIZER, counter=later)
    script.done("optimizers are those of Keras, with what makes them equal to TF1's")


def counts_as(counter: str, script: Script) -> bool:
    """Whether the one optimizer of a script counts its updates in this variable, which begins at 0."""
    updates = [
        call
        for call in calls(script.module)
        if isinstance(call.func, cst.Attribute) and call.func.attr.value in ("minimize", "apply_gradients")
    ]
    if len(updates) != 1:
        return False
    given = argument(updates[0], "global_step", 1)
    if given is None or code(given) != counter:
        return False
    for node in walk(script.module):
        pair = assigned(node)
        if pair is not None and code(pair[0]) == counter and isinstance(pair[1], cst.Call):
            first = argument(pair[1], "initial_value", 0)
            return first is not None and code(first) == "0"
    return False


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
        _keep(region, statement)
        return
    kind = "histogram" if "histogram" in name else "image" if "image" in name else "scalar"
    value = call.args[1].value
    needs, inputs = needed(value, region, script)
    region.summaries.append((kind, code(call.args[0].value), code(value), needs, inputs))
    if target:
        region.things[target] = Thing(Kind.MERGED)


def _all_reads(node: cst.CSTNode, region: Region, script: Script) -> set[str]:
    """Names that a piece of code reads and that are known, also through functions of the script."""
    names = set(reads(node))
    for name in list(names):
        helper = script.helpers.get(name)
        if helper is not None and helper.does is Does.COMPUTES and name not in region.things:
            names |= helper.captures
    return names & set(region.things)


def needed(node: cst.CSTNode, region: Region, script: Script) -> tuple[frozenset[int], frozenset[str]]:
    """Give the steps and the placeholders whose names a piece of code reads, also through functions of the script."""
    steps: set[int] = set()
    inputs: set[str] = set()
    for name in _all_reads(node, region, script):
        thing = region.things[name]
        if thing.kind is Kind.INPUT:
            inputs.add(name)
        elif thing.step is not None:
            steps.add(thing.step)
    return frozenset(steps), frozenset(inputs)


def _defer(statement: cst.BaseStatement, region: Region, script: Script, *, effect: bool) -> None:
    """Make a statement a step of the runs; what it makes once is kept before."""
    statement = _own_name(statement, binds(statement), region, script)
    filled = [name for name in _filled(statement) if name in region.things and region.things[name].kind is Kind.TENSOR]
    names = (*binds(statement), *filled)
    before = hoisted(statement, region, script, names[0] if names else "value")
    for each in before[:-1]:
        _keep(region, each)
        pair = assigned(each)
        if pair is None:
            continue
        if ".keras.layers." in code(pair[1]):
            region.things[dotted(pair[0])] = Thing(Kind.VARIABLE)
        elif _kind(pair[1], region, script) is Kind.VARIABLE:
            region.things[dotted(pair[0])] = Thing(Kind.VARIABLE, single=True)
    statement = before[-1]
    pair = assigned(statement)
    gradient = _gradient(pair[0], pair[1], region, script) if pair is not None else None
    if "variable(f" in code(statement):
        region.things["variable"] = Thing(Kind.VARIABLE)
    needs, inputs = needed(statement, region, script)
    before_text, after_text = _applying(pair[1], region) if pair is not None else ("", "")
    rate = gradient.rate if gradient is not None else before_text
    if rate:
        more = needed(cst.parse_expression(rate), region, script)
        needs, inputs = needs | more[0], inputs | more[1]
    variables = frozenset(
        name for name in _all_reads(statement, region, script) if region.things[name].kind is Kind.VARIABLE
    )
    sources = tuple(
        (name, source)
        for name in sorted(_all_reads(statement, region, script))
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


def _listed(variables: cst.BaseExpression, script: Script) -> str:
    """Give the variables that an optimizer trains as text; those of a scope are all that was made in it."""
    scope = script.chosen.get(dotted(variables)) or scope_asked(variables, script)
    if not scope:
        return code(variables)
    how = {
        "layer": "*{0}.trainable_variables",
        "factory": "*(variable for layer in {0}.layers for variable in layer.trainable_variables)",
        "variable": "{0}",
    }
    texts = [how[kind].format(name) for where, name, kind in script.made if where.startswith(scope) and kind in how]
    return f"[{', '.join(texts)}]" if texts else code(variables)


def _applying(value: cst.BaseExpression, region: Region) -> tuple[str, str]:
    """Give what is done before and after gradients are applied: the rate is set, the counter goes up."""
    if not isinstance(value, cst.Call) or not isinstance(value.func, cst.Attribute):
        return "", ""
    if value.func.attr.value != "apply_gradients":
        return "", ""
    thing = region.things.get(dotted(value.func.value))
    counter = argument(value, "global_step", 1)
    after = f"{code(counter)}.assign_add(1)" if counter is not None and code(counter) != "None" else ""
    return thing.counter if thing is not None else "", after


def _gradient(  # noqa: C901
    target: cst.BaseExpression, value: cst.BaseExpression, region: Region, script: Script
) -> Gradient | None:
    """Give the gradient that an assignment takes, None for one that takes none."""
    if not isinstance(value, cst.Call):
        return None
    name = called(value, script.aliases)
    if name == "tf.gradients":
        losses, variables = argument(value, "ys", 0), argument(value, "xs", 1)
        if losses is None or variables is None:
            return None
        names = [each for each in reads(variables) if each in region.things]
        watched = tuple(each for each in names if region.things[each].kind in (Kind.INPUT, Kind.TENSOR))
        text = code(variables)
        if not isinstance(variables, cst.List | cst.Tuple) and _kind(variables, region, script) in DEFERRED:
            text = f"[{text}]"
        elif not isinstance(variables, cst.List | cst.Tuple) and len(names) == 1 and region.things[names[0]].single:
            text = f"[{text}]"
        return Gradient(losses, text, target=code(target), watched=watched)
    if isinstance(value.func, cst.Attribute) and value.func.attr.value in ("minimize", "compute_gradients"):
        loss, variables = argument(value, "loss", 0), argument(value, "var_list")
        if loss is None:
            return None
        minimize = value.func.attr.value == "minimize"
        counter = argument(value, "global_step", 1) if minimize else None
        owner = dotted(value.func.value)
        if not owner:
            return None
        thing = region.things.get(owner)
        rate = thing.counter if thing is not None else ""
        script.done("gradients are taken by tf.GradientTape")
        return Gradient(
            loss,
            _listed(variables, script) if variables is not None else "",
            owner if minimize else "",
            code(counter) if counter is not None and dotted(counter) != "None" else "",
            rate if minimize else "",
            not minimize,
            code(target),
        )
    return None


def make_expression(text: str) -> cst.BaseExpression:
    """Make an expression of text."""
    return expression(text)


def makes_session(node: cst.CSTNode, script: Script) -> bool:
    """Whether a node makes a Session."""
    return any(is_session(call, script.aliases) for call in calls(node))
