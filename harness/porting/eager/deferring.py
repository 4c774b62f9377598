"""Statements that each run computes anew: the steps of a region, and its summaries."""

import libcst as cst

from harness.porting.eager.gradients import beside_update, gradient_of
from harness.porting.eager.graph import Region, Step
from harness.porting.eager.hoist import hoisted
from harness.porting.eager.kinds import (
    Kind,
    Thing,
)
from harness.porting.eager.made_once import is_cell
from harness.porting.eager.names import binds
from harness.porting.eager.reading import all_reads, filled_in, keep, kind_in, needed
from harness.porting.eager.renaming import own_name
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import assigned, code, dotted, walk

# They give lists of tensors, or tuples.
_SEVERAL = frozenset(
    {"tf.unstack", "tf.unpack", "tf.split", "tf.dynamic_partition", "tf.nn.moments", "tf.meshgrid", "tf.nn.top_k"}
)


def defer(statement: cst.BaseStatement, region: Region, script: Script, *, effect: bool) -> None:
    """Make a statement a step of the runs; what it makes once is kept before."""
    statement = own_name(statement, binds(statement), region, script)
    known = region.things
    filled = [name for name in filled_in(statement) if name in known and known[name].kind is Kind.TENSOR]
    names = (*binds(statement), *filled)
    *before, statement = hoisted(statement, region, script, names[0] if names else "value")
    for each in before:
        _keep_made(each, region, script)
    asked = script.piece("variable")
    if f"{asked}(f" in code(statement):
        region.things[asked] = Thing(Kind.VARIABLE)
    step = _step_of(statement, names, region, script, effect)
    region.entries.append(None)
    region.steps[step.number] = step
    nested = _gives_several(statement, script)
    for name in names:
        many = nested or name in filled or _begins_as_list(name, statement)
        region.things[name] = Thing(Kind.EFFECT if effect else Kind.TENSOR, step=step.number, nested=many)


def _gives_several(statement: cst.BaseStatement, script: Script) -> bool:
    """Whether what a statement names may be several tensors: a state of cells, a list, gradients with variables."""
    text = code(statement)
    if "_rnn(" in text or ".zero_state(" in text:
        return True
    pair = assigned(statement)
    if pair is None or not isinstance(pair[0], cst.Name):
        return False
    display = isinstance(pair[1], cst.List | cst.Tuple | cst.Dict | cst.ListComp | cst.DictComp)
    func = pair[1].func if isinstance(pair[1], cst.Call) else None
    pairs = isinstance(func, cst.Attribute) and func.attr.value == "compute_gradients"
    return display or pairs or called(pair[1], script.aliases) in _SEVERAL


def _begins_as_list(name: str, statement: cst.BaseStatement) -> bool:
    """Whether a block fills a list of that name that it begins itself, or adds lists to it."""
    for node in walk(statement):
        if isinstance(node, cst.AugAssign) and dotted(node.target) == name and isinstance(node.value, cst.List):
            return True
    return False


def _keep_made(statement: cst.BaseStatement, region: Region, script: Script) -> None:
    """Keep what a step makes once: a layer, a variable, an optimizer."""
    keep(region, statement)
    pair = assigned(statement)
    if pair is None:
        return
    if ".keras.layers." in code(pair[1]) or is_cell(pair[1], region, script):
        region.things[dotted(pair[0])] = Thing(Kind.VARIABLE)
    elif kind_in(pair[1], region, script) is Kind.VARIABLE:
        region.things[dotted(pair[0])] = Thing(Kind.VARIABLE, single=True)


def _step_of(
    statement: cst.BaseStatement, names: tuple[str, ...], region: Region, script: Script, effect: bool
) -> Step:
    """Give a statement as a step that stands next in a region."""
    pair = assigned(statement)
    gradient = gradient_of(pair[0], pair[1], region, script) if pair is not None else None
    needs, inputs = needed(statement, region, script)
    before, after = beside_update(pair[1], region) if pair is not None else ("", "")
    rate = gradient.rate if gradient is not None else before
    if rate:
        more = needed(cst.parse_expression(rate), region, script)
        needs, inputs = needs | more[0], inputs | more[1]
    read = sorted(all_reads(statement, region, script))
    things = region.things
    return Step(
        next(script.numbers),
        len(region.entries),
        statement,
        names,
        needs,
        inputs,
        frozenset(name for name in read if things[name].kind is Kind.VARIABLE),
        effect,
        gradient,
        before,
        after,
        tuple((name, source) for name in read if (source := things[name].step) is not None),
    )


def keep_summary(
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
