"""What an expression makes that runs do not make anew: variables, layers, cells."""

import libcst as cst

from harness.porting.eager.equals.layers import makes_layer
from harness.porting.eager.equals.supplied import CELLS
from harness.porting.eager.graph import Region
from harness.porting.eager.helpers import Does
from harness.porting.eager.kinds import STEPS, VARIABLES, Kind
from harness.porting.eager.reading import kind_in
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import calls, dotted


def makes_once(call: cst.Call, script: Script) -> bool:
    """Whether a call makes what runs do not make anew."""
    name = called(call, script.aliases)
    helper = script.helpers.get(dotted(call.func))
    return (
        name in VARIABLES
        or name in STEPS
        or makes_layer(name)
        or (helper is not None and helper.does in (Does.GIVES_VARIABLE, Does.MAKES_LAYER))
    )


def is_cell(node: cst.BaseExpression, region: Region, script: Script) -> bool:
    """Whether an expression makes a cell out of nothing that runs compute."""
    return called(node, script.aliases) in CELLS and kind_in(node, region, script) is Kind.VARIABLE


def computes_more(node: cst.BaseExpression, script: Script) -> bool:
    """Whether an expression is more than a container of new variables."""
    if isinstance(node, cst.Call):
        return not makes_once(node, script)
    if isinstance(node, cst.Tuple | cst.List | cst.Dict):
        return any(
            computes_more(each.value, script)
            for each in node.elements
            if isinstance(each, cst.Element | cst.DictElement) and any(calls(each.value))
        )
    return any(makes_once(call, script) for call in calls(node))
