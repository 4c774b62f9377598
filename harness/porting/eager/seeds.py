"""Ops that have one seed, which draw alike in a graph."""

import libcst as cst

from harness.porting.eager.script import Script
from harness.porting.eager.tree import (
    argument,
    calls,
    code,
    statements,
)

# What TF1 combines with an op's seed if the graph has none.
TF1_SEED = "87654321"


def begin_anew(statement: cst.BaseStatement, script: Script) -> list[cst.BaseStatement]:
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
