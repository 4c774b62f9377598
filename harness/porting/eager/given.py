"""What an assignment gives its names: which kind of thing they stand for from there on, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.averages import AVERAGE, begin_average, keep_average, moves_average
from harness.porting.eager.deferring import defer, keep_summary
from harness.porting.eager.equals.optimizers import schedule_of
from harness.porting.eager.equals.supplied import CELLS
from harness.porting.eager.gradients import only_trained, scope_asked
from harness.porting.eager.graph import Input, Region
from harness.porting.eager.hoist import hoisted
from harness.porting.eager.iterators import elements_of, started, starts_anew
from harness.porting.eager.kinds import (
    ALL_VARIABLES,
    INPUTS,
    MERGES,
    SUMMARIES,
    Kind,
    Thing,
    is_iterator,
    is_optimizer,
)
from harness.porting.eager.made_once import makes_once
from harness.porting.eager.optimizing import keep_optimizer
from harness.porting.eager.placeholders import keep_comments, keep_input
from harness.porting.eager.reading import keep
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.seeds import begin_anew, repeats_seed
from harness.porting.eager.tree import argument, calls, code, statements, with_lead


@dataclass(frozen=True)
class Given:
    """An assignment: its statement, its names, their value, the symbol that this calls, and its kind."""

    statement: cst.BaseStatement
    names: tuple[str, ...]
    value: cst.BaseExpression
    symbol: str
    kind: Kind

    @property
    def first(self) -> str:
        """The first name, which is mostly the only one."""
        return self.names[0]


def _is_placeholder(given: Given, region: Region, script: Script) -> bool:
    placeholder = next((call for call in calls(given.value) if called(call, script.aliases) in INPUTS), None)
    if placeholder is None or len(given.names) > 1 or not (given.symbol in INPUTS or given.first in script.fed):
        return False
    keep_input(given.first, placeholder, given.statement, region, script)
    return True


def _is_collection(given: Given, region: Region, script: Script) -> bool:
    """What is trained in a scope, and the updates of batch norm."""
    scope = scope_asked(given.value, script)
    if scope:
        script.chosen[given.first] = scope
        if not only_trained(given.first, script):
            keep(region, given.statement)
        region.things[given.first] = Thing(Kind.VARIABLE)
        return True
    if given.symbol == "tf.get_collection" and "UPDATE_OPS" in code(given.value):
        script.updates.add(given.first)
        return True
    return False


def _is_iterator(given: Given, region: Region, script: Script) -> bool:
    """An iterator that starts anew, and what starts one."""
    value, first = given.value, given.first
    if isinstance(value, cst.Call) and starts_anew(value, script.aliases):
        if first == "iter":  # what makes it has this name
            script.renamed[first] = first = script.name("iterator")
        region.inputs[first] = Input(first, "", "", place=len(region.entries), always=True)
        region.things[first] = Thing(Kind.INPUT, counter=elements_of(value, script.aliases), always=True)
        script.done("iterators that start anew are made where they start, and given to functions")
    elif (start := started(value, region.things)) is not None:
        region.things[first] = Thing(Kind.START, counter=" ".join(start))
    else:
        return False
    keep_comments(given.statement, region)
    return True


def _is_average(given: Given, region: Region, script: Script) -> bool:
    if given.symbol == AVERAGE:
        keep_average(given.first, given.statement, region)
        return True
    if not isinstance(given.value, cst.Call) or not moves_average(given.value, region):
        return False
    statement, begun = begin_average(given.value, given.statement, region, script)
    if begun:
        defer(statement, region, script, effect=True)
    else:
        keep(region, statement)
    return True


def _is_of_graphs(given: Given, region: Region, script: Script) -> bool:
    """What graphs alone have: Sessions, initializers of variables, merged summaries."""
    merges = given.kind is Kind.MERGED and given.symbol in MERGES
    if given.kind not in (Kind.SESSION, Kind.INIT) and not merges:
        return False
    if given.kind is Kind.SESSION:
        script.sessions.add(given.first)
    region.things[given.first] = Thing(given.kind)
    keep_comments(given.statement, region)
    return True


def _is_made(given: Given, region: Region, script: Script) -> bool:
    """What is made once, for training: optimizers, schedules, variables."""
    value, kind = given.value, given.kind
    if kind is Kind.OPTIMIZER and isinstance(value, cst.Call) and is_optimizer(given.symbol):
        keep_optimizer(given.first, value, given.symbol, given.statement, region, script)
    elif kind is Kind.SCHEDULE and isinstance(value, cst.Call):
        _keep_schedule(given.first, value, given.symbol, given.statement, region, script)
    elif kind is Kind.VARIABLE:
        _keep_variables(given, region, script)
    else:
        return False
    return True


def _is_computed(given: Given, region: Region, script: Script) -> bool:
    """What each run computes, summaries among it."""
    if given.kind is Kind.MERGED and given.symbol in SUMMARIES:
        keep_summary(given.value, given.symbol, given.statement, region, script, given.first)
    elif given.kind is Kind.MERGED:
        keep(region, given.statement)
    elif given.kind in (Kind.TENSOR, Kind.EFFECT, Kind.INPUT) or given.first in region.gathers:
        defer(given.statement, region, script, effect=given.kind is Kind.EFFECT)
    else:
        return False
    return True


# In this order: the first that knows what an assignment gives has seen to it.
_LOOKS: tuple[Callable[[Given, Region, Script], bool], ...] = (
    _is_placeholder,
    _is_collection,
    _is_iterator,
    _is_average,
    _is_of_graphs,
    _is_made,
    _is_computed,
)


def keep_given(given: Given, region: Region, script: Script) -> None:
    """Note what the names of an assignment stand for, and keep what runs do not compute."""
    if not any(looks(given, region, script) for looks in _LOOKS):
        _keep_other(given, region, script)


def _keep_other(given: Given, region: Region, script: Script) -> None:
    """What Python computes once, and savers and writers."""
    keep(region, given.statement)
    for each in given.names:
        region.things.pop(each, None)
        if given.kind in (Kind.SAVER, Kind.WRITER):
            region.things[each] = Thing(given.kind)
        if given.kind is Kind.HOST and given.symbol.startswith("tf."):
            script.known.add(each)


def _keep_schedule(
    first: str, value: cst.Call, name: str, statement: cst.BaseStatement, region: Region, script: Script
) -> None:
    text, counter = schedule_of(value, name, script.tf)
    made = statements(f"{first} = {text}")[0]
    keep(region, with_lead(made, getattr(statement, "leading_lines", ())))
    region.things[first] = Thing(Kind.SCHEDULE, counter=counter)
    script.done("decays are schedules of Keras")


def _keep_variables(given: Given, region: Region, script: Script) -> None:
    value = given.value
    single = len(given.names) == 1 and isinstance(value, cst.Call) and given.symbol not in {*CELLS, *ALL_VARIABLES}
    single = single and not (isinstance(value, cst.Call) and is_iterator(value, script.aliases))
    trains = not isinstance(value, cst.Call) or _trains(value)
    kept = hoisted(given.statement, region, script, given.first)
    if repeats_seed(value, script):
        kept = [*begin_anew(kept[0], script), *kept[1:]]
    for one in kept:
        keep(region, one)
    for each in given.names:
        region.things[each] = Thing(Kind.VARIABLE, single=single, trains=trains)
        if trains and kind_of_new(value, script):
            cell = any(called(call, script.aliases) in CELLS for call in calls(value))
            script.made.append((script.scope, each, "variable" if single else "cell" if cell else "variables"))


def kind_of_new(value: cst.BaseExpression, script: Script) -> bool:
    """Whether an expression makes variables, and does not name those that are there."""
    return any(makes_once(call, script) or called(call, script.aliases) in CELLS for call in calls(value))


def _trains(call: cst.Call) -> bool:
    given = argument(call, "trainable")
    return given is None or code(given) != "False"
