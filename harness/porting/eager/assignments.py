"""Statements of one line: what a name stands for from there on, and whether a run computes it."""

import libcst as cst

from harness.porting.eager.deferring import defer, keep_summary
from harness.porting.eager.given import Given, keep_given
from harness.porting.eager.graph import Region
from harness.porting.eager.hoist import hoisted
from harness.porting.eager.kinds import (
    DEFERRED,
    SUMMARIES,
    Kind,
)
from harness.porting.eager.names import binds, names_in_target, reads
from harness.porting.eager.reading import filled_in, keep, kind_in
from harness.porting.eager.renaming import bound_again, read_by_steps
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import has_run
from harness.porting.eager.script import Script
from harness.porting.eager.tree import assigned, only


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
    if isinstance(small, cst.Expr) and isinstance(small.value, cst.Call):
        _look_call(statement, small.value, region, script)
    elif _computes(small, region, script):
        defer(statement, region, script, effect=False)
    else:
        keep(region, statement)


def _computes(small: cst.BaseSmallStatement | None, region: Region, script: Script) -> bool:
    """Whether a statement gives back, or adds to, what runs compute."""
    if isinstance(small, cst.Return):
        return small.value is not None and kind_in(small.value, region, script) in DEFERRED
    if isinstance(small, cst.AugAssign):
        return any(kind_in(each, region, script) in DEFERRED for each in (small.value, small.target))
    return False


def _look_call(statement: cst.BaseStatement, call: cst.Call, region: Region, script: Script) -> None:
    """Look at a call whose result has no name: a summary, a list that is filled, a variable."""
    name = called(call, script.aliases)
    if name in SUMMARIES:
        keep_summary(call, name, statement, region, script)
        return
    filled = filled_in(statement)
    kinds = [kind_in(each.value, region, script) for each in call.args] if filled else []
    kinds += [region.things[each].kind for each in filled if each in region.things]
    if Kind.TENSOR in kinds:
        defer(statement, region, script, effect=False)
    elif kind_in(call, region, script) is Kind.VARIABLE and name:
        keep(region, hoisted(statement, region, script, "variable")[-1])
    else:
        keep(region, statement)


def _look_assignment(
    statement: cst.BaseStatement,
    target: cst.BaseExpression,
    value: cst.BaseExpression,
    region: Region,
    script: Script,
    static: set[str],
) -> None:
    kind = kind_in(value, region, script)
    names = names_in_target(target)
    again = [name for name in names if name in read_by_steps(region)] if kind in (Kind.VARIABLE, Kind.HOST) else []
    if again:
        target, statement = bound_again(again, target, statement, script)
        names = names_in_target(target)
    if not names:
        keep(region, statement)
        return
    name = called(value, script.aliases)
    if kind is Kind.TENSOR and set(names) & static and not _needs_run(value, region):
        kind = Kind.HOST
    if kind is Kind.HOST and name.startswith("tf.") and names[0] in script.fed:
        kind = Kind.TENSOR  # what is known without a run, and what a run feeds in its place all the same
    keep_given(Given(statement, tuple(names), value, name, kind), region, script)


def _needs_run(value: cst.BaseExpression, region: Region) -> bool:
    return any(region.things[each].kind in (*DEFERRED, Kind.VARIABLE) for each in reads(value) if each in region.things)
