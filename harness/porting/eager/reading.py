"""What a piece of code reads of a region: kinds of expressions, the steps and placeholders that they need."""

from collections.abc import Mapping

import libcst as cst

from harness.porting.eager.graph import Region
from harness.porting.eager.helpers import Does
from harness.porting.eager.kinds import (
    Kind,
    Thing,
    kind_of,
)
from harness.porting.eager.names import binds, names_in_target, reads
from harness.porting.eager.script import Script
from harness.porting.eager.tree import dotted, walk


def kind_in(node: cst.BaseExpression, region: Region, script: Script) -> Kind:
    """Give the kind of an expression as it stands in a region."""
    return kind_of(node, region.things, script.aliases, lambda name: script.helper(name, region.things))


def keep(region: Region, statement: cst.BaseStatement) -> None:
    """Have a statement stay, with what its names stand for."""
    region.host.update(binds(statement))
    region.entries.append((statement, dict(region.things)))


def all_reads(node: cst.CSTNode, region: Region, script: Script) -> set[str]:
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
    for name in all_reads(node, region, script):
        thing = region.things[name]
        if thing.kind is Kind.INPUT:
            inputs.add(name)
        elif thing.step is not None:
            steps.add(thing.step)
    return frozenset(steps), frozenset(inputs)


def filled_in(node: cst.CSTNode) -> set[str]:
    """Names of lists and dictionaries that a piece of code puts something into, or puts in another order."""
    found = set()
    for each in walk(node):
        if isinstance(each, cst.Call) and isinstance(each.func, cst.Attribute):
            if each.func.attr.value in ("append", "extend", "insert", "reverse", "pop"):
                found.add(dotted(each.func.value))
        elif isinstance(each, cst.AssignTarget) and isinstance(each.target, cst.Subscript):
            found.add(dotted(each.target.value))
    return found - {""}


def leftovers(statement: cst.CSTNode, things: Mapping[str, Thing]) -> list[str]:
    """Give the names in a rewritten statement that only functions have now."""
    kinds = (Kind.INPUT, Kind.TENSOR, Kind.EFFECT, Kind.MERGED)
    own = {name for node in walk(statement) if isinstance(node, cst.For) for name in names_in_target(node.target)}
    gone = (name for name in reads(statement) - own if name in things and not things[name].always)
    return sorted(name for name in gone if things[name].kind in kinds)
