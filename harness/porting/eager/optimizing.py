"""Optimizers as they stay: those of Keras, or TF1's; their rates where these change."""

import libcst as cst

from harness.porting.eager.equals.optimizers import optimizer_of
from harness.porting.eager.graph import Region
from harness.porting.eager.kinds import (
    DEFERRED,
    Kind,
    Thing,
)
from harness.porting.eager.reading import keep, kind_in
from harness.porting.eager.script import Script
from harness.porting.eager.tree import (
    argument,
    assigned,
    calls,
    code,
    dotted,
    marked,
    statements,
    walk,
    with_lead,
)


def keep_optimizer(
    target: str, call: cst.Call, name: str, statement: cst.BaseStatement, region: Region, script: Script
) -> None:
    """Keep an optimizer as one of Keras, or as TF1's where none computes the same. A rate that is another one later on
    is a schedule where the optimizer counts as the script does, and assigned before each update elsewhere."""
    rate = argument(call, "learning_rate", 0)
    kind = kind_in(rate, region, script) if rate is not None else Kind.HOST
    lead = getattr(statement, "leading_lines", ())
    thing = region.things.get(dotted(rate)) if rate is not None else None
    changes = rate is not None and kind in (*DEFERRED, Kind.SCHEDULE, Kind.VARIABLE)
    now = code(rate) if rate is not None else ""
    if changes and kind is Kind.SCHEDULE and thing is not None:
        now = f"{now}({thing.counter})"
    fed = region.inputs.get(dotted(rate)) if rate is not None else None
    if fed is not None and fed.dtype and fed.dtype != f"{script.tf}.float32":
        now = f"{script.tf}.cast({now}, {script.tf}.float32)"  # as TF1's cast the rate to what it updates
    scheduled = thing is not None and kind is Kind.SCHEDULE and counts_as(thing.counter, script)
    made = optimizer_of(call, name, script.tf, changes, code(rate) if scheduled and rate is not None else "")
    later, marks = "", []
    if ".keras." in made.text:
        later = f"{target}.learning_rate.assign({now})" if changes and not scheduled else ""
    else:
        marks.append(made.doubt)
        if changes and kind in DEFERRED:
            variable = script.name(f"{target}_rate")
            keep(region, with_lead(statements(f"{variable} = {script.tf}.Variable(0.0, trainable=False)")[0], lead))
            lead, later = (), f"{variable}.assign({now})"
            now = variable
        if changes:
            made = optimizer_of(call, name, script.tf, changes, now)
    keep(region, marked(with_lead(statements(f"{target} = {made.text}")[0], lead), marks))
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
