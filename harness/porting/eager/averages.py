"""Moving averages of variables: an object that is made once, whose variables are there before the first run."""

import libcst as cst

from harness.porting.eager.graph import Region
from harness.porting.eager.hoist import hoisted
from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.reading import keep, kind_in
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, code, dotted, marked, statements, with_lead

AVERAGE = "tf.train.ExponentialMovingAverage"
_OF_TENSORS = "an average of tensors has no equal outside of graphs: assign what it comes to to variables"
_OF_ALL = "the average of all variables: name those that are meant, TF2 keeps no list of them"


def keep_average(name: str, statement: cst.BaseStatement, region: Region) -> None:
    """Keep the making of averages, which are of no variables yet."""
    keep(region, statement)
    region.things[name] = Thing(Kind.AVERAGE)


def begin_average(
    value: cst.Call, statement: cst.BaseStatement, region: Region, script: Script
) -> tuple[cst.BaseStatement, bool]:
    """Give the statement that moves averages, and whether it can be a step of runs. A graph makes the averages with its
    other variables; outside of graphs the first move makes them, which is done beforehand, while it moves nothing."""
    over = argument(value, "var_list", 0)
    if over is None or kind_in(over, region, script) is not Kind.VARIABLE:
        whole = over is None or code(over).endswith("_variables()")
        return marked(statement, [_OF_ALL if whole else _OF_TENSORS]), False
    named = hoisted(statements(code(value))[0], region, script, "average")[-1]
    lines = [cst.EmptyLine(comment=cst.Comment("# makes the averages, each as its variable begins"))]
    own = getattr(statement, "leading_lines", ())
    keep(region, with_lead(named.with_changes(leading_lines=lines), own))
    script.done("moving averages are made before the first run")
    return statement.with_changes(leading_lines=()), True


def moves_average(call: cst.CSTNode, region: Region) -> bool:
    """Whether a call moves averages."""
    if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute) or call.func.attr.value != "apply":
        return False
    thing = region.things.get(dotted(call.func.value))
    return thing is not None and thing.kind is Kind.AVERAGE
