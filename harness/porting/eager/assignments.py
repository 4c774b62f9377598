"""Statements of one line: what a name stands for from there on, and whether a run computes it."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.averages import AVERAGE, begin_average, keep_average, moves_average
from harness.porting.eager.deferring import defer, keep_summary
from harness.porting.eager.equals.optimizers import schedule_of
from harness.porting.eager.equals.supplied import CELLS
from harness.porting.eager.gradients import only_trained, scope_asked
from harness.porting.eager.graph import Input, Region
from harness.porting.eager.hoist import hoisted, makes_once
from harness.porting.eager.iterators import elements_of, started, starts_anew
from harness.porting.eager.kinds import (
    ALL_VARIABLES,
    DEFERRED,
    INPUTS,
    MERGES,
    SUMMARIES,
    Kind,
    Thing,
    is_iterator,
    is_optimizer,
)
from harness.porting.eager.names import binds, names_in_target, reads
from harness.porting.eager.optimizing import keep_optimizer
from harness.porting.eager.placeholders import keep_comments, keep_input
from harness.porting.eager.reading import filled_in, keep, kind_in
from harness.porting.eager.renaming import bound_again, read_by_steps
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import has_run
from harness.porting.eager.script import Script
from harness.porting.eager.seeds import begin_anew, repeats_seed
from harness.porting.eager.tree import argument, assigned, calls, code, only, statements, with_lead


def look_simple(statement: cst.BaseStatement, region: Region, script: Script, static: set[str]) -> None:
    """Look at a statement of one line, and at what it gives its names."""
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
        defer(statement, region, script, effect=False)
        return
    if isinstance(small, cst.AugAssign):
        if kind_in(small.value, region, script) in DEFERRED or kind_in(small.target, region, script) in DEFERRED:
            defer(statement, region, script, effect=False)
            return
    elif isinstance(small, cst.Expr) and isinstance(small.value, cst.Call):
        name = called(small.value, script.aliases)
        if name in SUMMARIES:
            keep_summary(small.value, name, statement, region, script)
            return
        filled = filled_in(statement)
        kinds = [kind_in(each.value, region, script) for each in small.value.args] if filled else []
        kinds += [region.things[each].kind for each in filled if each in region.things]
        if Kind.TENSOR in kinds:
            defer(statement, region, script, effect=False)
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
    if kind is Kind.HOST and name.startswith("tf.") and first in script.fed:
        kind = Kind.TENSOR  # what is known without a run, and what a run feeds in its place all the same
    placeholder = next((call for call in calls(value) if called(call, script.aliases) in INPUTS), None)
    if placeholder is not None and len(names) == 1 and (name in INPUTS or first in script.fed):
        keep_input(first, placeholder, statement, region, script)
    elif scope_asked(value, script):
        script.chosen[first] = scope_asked(value, script)
        if not only_trained(first, script):
            keep(region, statement)
        region.things[first] = Thing(Kind.VARIABLE)
    elif name == "tf.get_collection" and "UPDATE_OPS" in code(value):
        script.updates.add(first)
    elif isinstance(value, cst.Call) and starts_anew(value, script.aliases):
        if first == "iter":  # what makes it has this name
            script.renamed[first] = first = script.name("iterator")
        region.inputs[first] = Input(first, "", "", place=len(region.entries), always=True)
        region.things[first] = Thing(Kind.INPUT, counter=elements_of(value, script.aliases), always=True)
        script.done("iterators that start anew are made where they start, and given to functions")
        keep_comments(statement, region)
    elif (start := started(value, region.things)) is not None:
        region.things[first] = Thing(Kind.START, counter=" ".join(start))
        keep_comments(statement, region)
    elif name == AVERAGE:
        keep_average(first, statement, region)
    elif isinstance(value, cst.Call) and moves_average(value, region):
        statement, begun = begin_average(value, statement, region, script)
        if begun:
            defer(statement, region, script, effect=True)
        else:
            keep(region, statement)
    elif kind is Kind.SESSION:
        script.sessions.add(first)
        region.things[first] = Thing(Kind.SESSION)
        keep_comments(statement, region)
    elif kind is Kind.INIT:
        region.things[first] = Thing(Kind.INIT)
        keep_comments(statement, region)
    elif kind is Kind.OPTIMIZER and isinstance(value, cst.Call) and is_optimizer(name):
        keep_optimizer(first, value, name, statement, region, script)
    elif kind is Kind.SCHEDULE and isinstance(value, cst.Call):
        _keep_schedule(first, value, name, statement, region, script)
    elif kind is Kind.VARIABLE:
        _keep_variables(names, value, name, statement, region, script)
    elif kind is Kind.MERGED and name in SUMMARIES:
        keep_summary(value, name, statement, region, script, first)
    elif kind is Kind.MERGED and name in MERGES:
        region.things[first] = Thing(Kind.MERGED)
        keep_comments(statement, region)
    elif kind is Kind.MERGED:
        keep(region, statement)
    elif kind in (Kind.TENSOR, Kind.EFFECT, Kind.INPUT) or first in region.gathers:
        defer(statement, region, script, effect=kind is Kind.EFFECT)
    else:
        keep(region, statement)
        for each in names:
            region.things.pop(each, None)
            if kind in (Kind.SAVER, Kind.WRITER):
                region.things[each] = Thing(kind)


def _keep_schedule(
    first: str, value: cst.Call, name: str, statement: cst.BaseStatement, region: Region, script: Script
) -> None:
    text, counter = schedule_of(value, name, script.tf)
    made = statements(f"{first} = {text}")[0]
    keep(region, with_lead(made, getattr(statement, "leading_lines", ())))
    region.things[first] = Thing(Kind.SCHEDULE, counter=counter)
    script.done("decays are schedules of Keras")


def _keep_variables(
    names: Sequence[str],
    value: cst.BaseExpression,
    name: str,
    statement: cst.BaseStatement,
    region: Region,
    script: Script,
) -> None:
    single = len(names) == 1 and isinstance(value, cst.Call) and name not in {*CELLS, *ALL_VARIABLES}
    single = single and not (isinstance(value, cst.Call) and is_iterator(value, script.aliases))
    trains = not isinstance(value, cst.Call) or _trains(value)
    kept = hoisted(statement, region, script, names[0])
    if repeats_seed(value, script):
        kept = [*begin_anew(kept[0], script), *kept[1:]]
    for one in kept:
        keep(region, one)
    for each in names:
        region.things[each] = Thing(Kind.VARIABLE, single=single, trains=trains)
        if trains and kind_of_new(value, script):
            script.made.append((script.scope, each, "variable" if single else "variables"))


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
